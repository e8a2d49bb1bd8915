# Words of the window: the frame around the places, the widgets.

ui-app-name = Årsmelding
ui-cancel = Avbryt
ui-close = Lukk
ui-undo = Angre
ui-redo = Gjør om
ui-keys-undo = Ctrl Z
ui-keys-redo = Ctrl Y

ui-severity-error = Feil
ui-severity-warning = Advarsel
ui-severity-note = Til vurdering
ui-severity-right = Stemmer

ui-count-errors = { $count } feil
ui-count-warnings = { $count ->
    [one] { $count } advarsel
   *[other] { $count } advarsler
}
ui-count-notes = { $count } til vurdering
ui-count-right = { $count ->
    [one] { $count } kontroll stemmer
   *[other] { $count } kontroller stemmer
}

place-overview = Oversikt
place-cases = Saker
place-events = Hendelser
place-goals = Mål
place-organisation = Organisasjon
place-sources = Kilder
place-settings = Innstillinger
places = Steder

shell-year = Rapportår
shell-no-file = Ingen fil åpen
shell-theme-dark = Mørkt tema
shell-theme-light = Lyst tema
shell-status = Status
