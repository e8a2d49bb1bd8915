# Parts of a delivery, and sources that are taken out again.
