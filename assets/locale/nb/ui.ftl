# Words of the window: the frame around the places, the widgets.

ui-app-name = Årsmelding
ui-cancel = Avbryt
ui-close = Lukk
ui-clear-filter = Vis alle: { $label }
ui-undo = Angre
ui-redo = Gjør om

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

# Keys, as they stand on the keyboard.
keys-copy = Ctrl C
keys-copy-heads = Ctrl Skift C
keys-paste = Ctrl V
keys-edit = F2
keys-clear = Delete
keys-insert-row = Insert
keys-remove-rows = Ctrl Delete

place-overview = Oversikt
place-cases = Saker
place-events = Hendelser
place-goals = Mål
place-organisation = Organisasjon
place-sources = Kilder
place-settings = Innstillinger

shell-year = Rapportår
shell-no-file = Ingen fil åpen
shell-theme-dark = Mørkt tema
shell-theme-light = Lyst tema

# Tables. A cell's name for those who hear the table, or find its cells by name.
grid-row = rad { $row }
grid-new-row = Ny rad
grid-cell = { $column }, { $row }: { $value }
grid-empty-cell = { $column }, { $row }: tom
grid-editor = Rediger { $column }, { $row }
grid-paste-refused = Ingenting er limt inn. «{ $text }» passer ikke i { $column }, rad { $row }: { $cause }
grid-paste-skipped = { $count ->
    [one] Én celle er regnet ut eller ligger utenfor tabellen, og er hoppet over
   *[other] { $count } celler er regnet ut eller ligger utenfor tabellen, og er hoppet over
}
grid-menu = Celle
grid-copy = Kopier
grid-copy-heads = Kopier med overskrifter
grid-copy-table = Kopier hele tabellen
grid-edit = Rediger
grid-paste = Lim inn
grid-clear = Tøm
grid-insert-row = Sett inn rad
grid-remove-rows = { $count ->
    [one] Slett raden
   *[other] Slett { $count } rader
}

# About the program
about-title = Om Årsmelding
about-version = Utgave { $version }
about-log = Stopper programmet på grunn av en feil, står det i denne fila: { $log }
about-show-licences = Vis lisensene
about-licences = Lisenser
about-licences-lead = Årsmelding er laget med bibliotekene og skriftene i denne lista. Den samme lista ligger ved det installerte programmet.

# The window and the program
window-title = { $file } – Årsmelding
window-title-unsaved = { $file } (ikke lagret) – Årsmelding
file-open-elsewhere = { $file } er åpen i et annet vindu, som nå vises
program-broke = Årsmelding stoppet på grunn av en feil i programmet. Det som var lagret, er trygt. Start programmet på nytt, og send loggen til den som hjelper deg: { $log }
program-broke-without-log = Årsmelding stoppet på grunn av en feil i programmet, og loggen kan ikke skrives. Det som var lagret, er trygt. Start programmet på nytt, og meld fra om dette: { $why }
window-cannot-start-log = Vinduet kan ikke åpnes: { $why }. Oppdater skjermdriveren, eller prøv --renderer glow. Mer står i loggen: { $log }
window-cannot-start = Vinduet kan ikke åpnes: { $why }. Oppdater skjermdriveren, eller prøv --renderer glow
status-up-to-date = Alle tall er oppdatert
status-ready = Klar
status-editing = Du redigerer
saved-not = Ikke lagret
saved-at = Lagret { $hour }.{ $minute }
file-unnamed = Uten navn
file-name = { $company }-{ $year }.ron
file-stem = arsmelding
job-opening = Åpner prosjektet
job-saving = Lagrer
job-reading = Leser
job-drawing = Tegner bildet
job-with-file = { $job } { $file }
job-broken = Noe gikk galt underveis. Prosjektet er som det var. Prøv igjen. Skjer det på nytt, send loggen som er nevnt i Innstillinger under «Om Årsmelding»
sample-not-found = Eksempelet { $file } ligger ikke ved programmet. Hent mappa sample-data og prøv igjen
notice-undone = Angret: { $what }
notice-copied = Bildet er kopiert
notice-picture-saved = Bildet er lagret
notice-nothing-new = Ingenting nytt: alt i filene er importert fra før
notice-reading-cancelled = Lesingen er avbrutt. Ingenting er endret
dialog-choose-project = Velg prosjekt
dialog-choose-exports = Velg eksporter
dialog-save = Lagre
dialog-project-files = Prosjekter
dialog-export-files = Regneark og tekstfiler
dialog-all-files = Alle filer
dialog-this-kind = Denne filtypen
path-why = Systemet viser ingen filvelger. Installer xdg-desktop-portal-gtk eller zenity for å få den. Inntil da kan du skrive plasseringen her.
path-of-file = Plasseringen til fila
path-of-folder = Plasseringen til mappa
path-no-folder = Mappa { $folder } finnes ikke. Lag den først, eller skriv en annen
path-of-files = Plasseringen til filene, skilt med semikolon
path-open = Åpne
path-read-project = Les fila
path-read = Les filene
path-save-project = Lagre prosjektet
path-save-picture = Lagre bildet
path-empty = Skriv hele plasseringen, for eksempel ~/rapport/2021.ron
path-not-found = { $file } finnes ikke. Se etter skrivefeil i mappe og navn
path-taken = { $file } finnes fra før. Velg et annet navn
job-rows = { $count ->
        [one] 1 rad
       *[other] { $count } rader
    }

shell-file = Fil: { $file }
shell-file-menu = Filmeny
shell-file-save = Lagre
shell-file-save-as = Lagre som…
shell-file-open = Åpne prosjekt…
shell-file-new = Nytt prosjekt…
shell-file-import = Importer eksporter…

# Search
search-title = Søk
search-field = Søk etter
search-hint = Søk etter tall, sted eller handling
finder-nothing = Ingenting passer. Søk med færre ord.

# The list of keys.
key-ctrl = Ctrl
key-shift = Skift
keys-title = Hurtigtaster
keys-everywhere = Overalt
keys-in-tables = I tabeller
keys-in-texts = I rapportens tekster
keys-select = Skift piltast
keys-select-all = Ctrl A
keys-from-to = { $first } – { $last }
keys-do-place = Gå til et sted
keys-do-edit = Rett cella
keys-do-select = Merk flere celler
keys-do-select-all = Merk alle
keys-do-copy = Kopier
keys-do-paste = Lim inn
keys-do-clear = Tøm cella
keys-do-insert-row = Sett inn rad
keys-do-remove-rows = Fjern rader
keys-do-number = Sett inn et tall
keys-do-leave = Gå ut av teksten
