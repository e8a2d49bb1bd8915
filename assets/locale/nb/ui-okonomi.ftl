# Words of the place Økonomi.
