# Words of the place Økonomi, and of the edits that are made there.

place-economy = Økonomi

edit-put-row = Endret en rad i { $table }
edit-placed = Plasserte { $what } i { $statement } { $line }
edit-of-account = konto { $code }
edit-of-art = art { $code }
edit-of-unit = ansvar { $code }
edit-of-function = funksjon { $code }
edit-remarked = Skrev merknad til { $statement } { $line }
edit-took-statement =
    { $count ->
        [one] Tok inn én linje av trykt { $statement } { $year }
       *[other] Tok inn { $count } linjer av trykt { $statement } { $year }
    }
edit-accounts-status = Endret regnskapets status fra { $old } til { $new }
edit-accounts-percent = Endret grensen for merknad fra { $old } til { $new }
edit-accounts-kroner = Endret grensen for merknad fra { $old } til { $new } kroner
edit-accounts-funds = Endret fondslinjene fra { $old } til { $new }
edit-accounts-travel = Endret linjen for oppgavepliktige reiser fra { $old } til { $new }
edit-accounts-shown = Viser { $statement } i { $how }

# Tabs and columns
economy-tab-nature = § 5-6 Drift etter art
economy-tab-balance = § 5-8 Balanse
economy-tab-fund = Fond
economy-tab-deviations = Avvik
economy-tab-accounts = Kontoer
economy-hide-zeros = Skjul nullinjer
economy-note = Note
economy-name = Linje
economy-actual = Regnskap { $year }
economy-revised = Reg. budsjett
economy-original = Oppr. budsjett
economy-printed = Som trykt
economy-deviation = Avvik mot reg.
economy-deviation-original = Avvik mot oppr.
economy-percent = Avvik %
economy-words-revised = regulert budsjett
economy-words-original = opprinnelig budsjett
economy-words-deviation = avvik mot regulert budsjett
economy-words-deviation-original = avvik mot opprinnelig budsjett
economy-words-percent = avvik i prosent av budsjettet

# Over and under a statement
economy-caption = { $unit } · { $status }
economy-status = { $status } regnskap
economy-status-dated = { $status } { $date }
economy-title-units = Andre ledd: sum bevilgninger drift, netto, fordelt
economy-title-projects = Andre ledd: investeringer fordelt
economy-title-investment = Investering
economy-foot = Inntekter vises med minus, slik regnskapet er ført. Avvik er regnskap minus budsjett.
economy-foot-turned = Inntekter vises uten minus. Avvik er regnskap minus budsjett, med samme fortegn.
economy-foot-balance = Egenkapital og gjeld vises med minus, slik balansen er ført.
economy-foot-balance-turned = Eiendeler vises med minus.
economy-foot-closing = Utledet av § 5-6, § 5-5 og § 5-8 med strykninger etter §§ 4-3 og 4-6.
economy-count-remarks =
    { $count ->
        [one] 1 merknad
       *[other] { $count } merknader
    }
economy-count-missing = { $count } mangler
economy-nothing-of-year = Ingenting er kjent om regnskapet for { $year }. Velg et annet rapportår, importer regnskapet under Kilder eller lim inn en trykt oppstilling.
economy-unplaced =
    { $count ->
        [one] Én konto står ikke på noen linje
       *[other] { $count } kontoer står ikke på noen linje
    }
economy-unplaced-show = Vis under Kontoer
economy-empty-title = Ingen regnskap ennå
economy-empty-body = Importer regnskap, saldoliste eller hovedbok fra økonomisystemet. Oppstillingene lages av dem.
economy-empty-action = Velg filer…

# A statement's rows
economy-row-menu = Rad
economy-open-line = Vis kontoer i { $line }
economy-close-line = Skjul kontoer i { $line }
economy-show-trail = Vis spor
economy-move = Flytt konto…
economy-copy-statement = Kopier oppstillingen
economy-differs = Ulike tall
economy-own-last-year = Regnskapet for { $year } i dette prosjektet sier { $amount }.
economy-printed-off = Det trykte tallet er { $amount } fra regnskapet.

# Remarks
economy-remark = Merknad
economy-remark-also = gjelder også { $lines }
economy-remark-of = Merknad til { $line }: { $text }
economy-remark-field = Merknad til { $line }
economy-remark-line = Skriv merknad til { $line }
economy-remark-covers = Gjelder også…
economy-show-remark = Vis merknad til { $line }
economy-write-remark = Skriv merknad
economy-missing = Mangler merknad
economy-limits = Avviket er over { $percent } og { $kroner } kroner.
economy-key-saves = lagrer
economy-key-drops = angrer
economy-key-line = ny linje
keys-enter = Enter
keys-new-line = Skift Enter
keys-trail = F4

# The trail
economy-trail = Spor
economy-trail-close = Lukk sporet
economy-step-cell = Celle
economy-step-formula = Formel
economy-step-account = Konto
economy-step-source = Kilde
economy-cell-label = { $line }, { $column }
economy-formula-arts =
    { $count ->
        [one] Én art
       *[other] Sum av { $count } arter
    }
economy-formula-chapters =
    { $count ->
        [one] Ett balansekapittel
       *[other] Sum av { $count } balansekapitler
    }
economy-formula-lines =
    { $count ->
        [one] Én linje
       *[other] Sum av { $count } linjer
    }
economy-formula-accounts =
    { $count ->
        [one] Én konto
       *[other] Sum av { $count } kontoer
    }
economy-formula-account = Står i kilden
economy-formula-difference = Regnskap minus budsjett
economy-formula-percent = Avviket i prosent av budsjettet
economy-formula-printed = Står i den trykte oppstillingen
economy-formula-closing = Utledet av § 5-6, § 5-5 og § 5-8
economy-formula-carried = Hentet fra § 5-4 første ledd
economy-formula-nothing = Ingen konto står på linjen
economy-placed-by-chart = Kontoplanen for { $year } plasserer artene.
economy-placed-by-rule = Egen plassering: { $reason }
economy-account = { $name }, { $amount }
economy-accounts-count =
    { $count ->
        [one] 1 konto
       *[other] { $count } kontoer
    }
economy-accounts-unit = { $count }, ansvar { $unit }
economy-accounts-units = { $count }, ansvar { $first }–{ $last }
economy-part = { $name } { $value }
economy-row = rad { $row }
economy-cells-more = { $cells } og { $count } til
economy-cell-place =
    { $count ->
        [one] Celle { $cells }
       *[other] Cellene { $cells }
    }
economy-sheet-place =
    { $count ->
        [one] Ark «{ $sheet }», celle { $cells }
       *[other] Ark «{ $sheet }», cellene { $cells }
    }
economy-read = Lest { $when }
economy-read-by = Lest { $when } av { $who }
economy-hash = sha256 { $hash }
economy-corrected = Overstyrt av { $who }. Kilden sier { $original }.
economy-typed = Skrevet inn i programmet
