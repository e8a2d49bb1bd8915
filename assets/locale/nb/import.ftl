# Words of the import: what a column is, why a row is not taken, what would change, and why a
# file cannot be read.

import-field-number = Saksnummer
import-field-created = Tid registrert
import-field-closed = Tid lukket
import-field-priority = Prioritet
import-field-type = Type
import-field-category = Kategori
import-field-customer = Kunde
import-field-parent = Hovedsak
import-field-date = Dato
import-field-men = Menn
import-field-cases = Antall saker

import-certainty-remembered = Kjent fra før
import-certainty-known = Kjent overskrift
import-certainty-chosen = Valgt
import-certainty-guessed = Gjettet på innholdet
import-certainty-person = Personopplysning
import-certainty-ignored = Leses ikke

import-ask-date-order = «{ $example }» kan leses med dag først eller måned først. Velg hva som gjelder i denne fila
import-ask-column = Hvilken kolonne er «{ $field }»? Velg en av disse: { $candidates }

import-field-missing = { $field } mangler
import-date-missing = Datoen mangler
import-cell-error = Cella inneholder en feil fra Excel, { $error }

import-skip-blank = Tom rad
import-skip-sum = Sumrad
import-skip-header = Overskriften gjentatt
import-skip-footer = Bunntekst
import-skip-replaced = Samme nummer står med annet innhold i rad { $row }, som gjelder
import-skip-line-of = Linje i en sak som er registrert i rad { $row }
import-skip-repeated = Samme nummer står igjen i rad { $row }, som gjelder

import-edit-cases =
    { $count ->
        [one] Importerte en sak fra { $file }
       *[other] Importerte { $count } saker fra { $file }
    }
import-edit-rows =
    { $count ->
        [one] Importerte en rad fra { $file } ({ $kind })
       *[other] Importerte { $count } rader fra { $file } ({ $kind })
    }
import-edit-files =
    { $count ->
        [one] Importerte flere ark fra { $files }
       *[other] Importerte { $count } filer: { $files }
    }
import-edit-many-files = Importerte { $count } filer: { $files } og { $more } til
import-edit-profile = Lagret hvordan kolonnene leses

import-file-not-found = Fant ikke fila. Sjekk at den ikke er flyttet eller har fått nytt navn
import-file-locked = Fikk ikke lov til å lese fila. Lukk den i andre programmer, eller be om tilgang
import-file-unreadable = Kunne ikke lese fila ({ $cause }). Kopier den til egen maskin og prøv igjen
import-file-empty = Fila er tom. Ta ut eksporten på nytt
import-not-a-spreadsheet = Fila er ikke et regneark. Velg en eksport i xlsx, xls, ods, csv eller HTML
import-project-same-year = Fila er et prosjekt for { $year }, det samme året som dette. Velg prosjektet for et annet år
import-project-without-accounts = Prosjektet for { $year } har ikke noe regnskap. Velg et prosjekt med regnskap
import-project-sheet = Oppstillinger
import-document = Fila er et dokument, ikke et regneark. Lagre tabellen som xlsx eller csv
import-encrypted = Fila er beskyttet med passord. Åpne den i Excel og lagre en kopi uten passord
import-damaged = Fila er skadet og kan ikke leses. Ta ut eksporten på nytt, eller åpne fila i Excel og lagre en kopi
import-too-large = Arket har mer enn { $most } celler. Slett det som ikke hører til eksporten, i Excel, og lagre på nytt
import-only-header = Arket har en overskrift, men ingen rader under den. Ta ut eksporten på nytt med et annet utvalg
import-unknown-content = Fant ingen kolonneoverskrifter som er kjent. Velg hva fila inneholder, og hvilken kolonne som er hva
import-no-date-column = Fant ingen kolonne med datoer, og uten dem kan ikke «{ $kind }» leses. Ta med registrert dato i eksporten
import-no-such-sheet = Fant ikke arket «{ $sheet }». Velg et av disse: { $sheets }
import-no-such-column = Fant ikke kolonnen «{ $column }». Skriv overskriften eller kolonnens bokstav
import-no-such-field = «{ $field }» er ikke et felt her. Velg et av disse: { $fields }
import-column-locked = Kolonnen «{ $column }» gjelder personer og leses aldri. Velg en annen

# En liste med flere svar på kommandolinja
option-or = { " eller " }
