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

# Over and under a statement
economy-caption = { $unit } · { $status }
economy-status = { $status } regnskap
economy-status-dated = { $status } { $date }
economy-title-units = Andre ledd: sum bevilgninger drift, netto, fordelt
economy-title-projects = Andre ledd: investeringer fordelt
economy-title-investment = Investering
economy-foot = Inntekter vises med minus, slik regnskapet er trykt. Avvik er regnskap minus regulert budsjett.
economy-foot-turned = Inntekter vises uten minus, utgifter med. Avvik er regnskap minus regulert budsjett.
economy-foot-balance = Egenkapital og gjeld vises med minus, slik balansen er trykt.
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
economy-open-line = Vis kontoer i { $line }
economy-close-line = Skjul kontoer i { $line }
economy-move = Flytt konto…
economy-own-last-year = Regnskapet for { $year } i dette prosjektet sier { $amount }.
economy-printed-alone = Regnskapet har ikke noe tall som det trykte kan holdes mot.
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
economy-change-remark = Endre merknad
economy-missing = Mangler merknad
economy-limits = Avviket er over { $percent } og { $kroner } kroner.
economy-key-saves = lagrer
economy-key-drops = angrer
economy-key-line = ny linje
keys-enter = Enter
keys-new-line = Skift Enter

# Moving accounts
economy-move-title = Flytt konto
economy-move-lead = Flyttingen blir en regel under Egen plassering, og gjelder også senere år.
economy-move-what = Hva som flyttes
economy-move-art = Hele art { $code } { $name }
economy-move-string = Bare konto { $code } { $name }
economy-move-unit = Hele ansvar { $code }
economy-move-statement = Oppstilling
economy-move-line = Til linje
economy-move-reason = Begrunnelse
economy-move-no-reason = Skriv hvorfor kontoen hører til der
economy-move-no-line = Velg linjen kontoen skal stå på
economy-move-do = Flytt

# How the statements are shown
economy-view = Visning
economy-columns = Kolonner
economy-words-last-year = regnskap året før
economy-words-printed = som trykt, der det finnes
economy-presentation = { $statement } vises i
economy-status-of = Regnskapet er
economy-status-date = Fra dato
economy-limits-of = Merknad kreves når avviket er over både
economy-limit-percent = Prosent av regulert
economy-limit-kroner = Kroner
economy-fund-lines = Fondslinjer
economy-travel = Oppgavepliktige reiser (art 160 og 165) står under
economy-earlier = Hent et tidligere års prosjekt…
economy-paste = Lim inn trykt oppstilling…

# The fund
economy-fund-table = Disposisjonsfond over fem år
economy-fund-line = Disposisjonsfond
economy-fund-none = Fondet ved utgangen av { $year } er ikke kjent. Importer saldolista eller fondets historikk under Kilder.
economy-fund-takeaway = Disposisjonsfondet var { $amount } ved utgangen av { $year }.
economy-fund-more = Det er { $amount } mer enn året før.
economy-fund-less = Det er { $amount } mindre enn året før.
economy-fund-same = Det er like mye som året før.
economy-fund-break = { $year }: inngående saldo avviker kr { $amount } fra utgående saldo året før
economy-fund-sum-break = { $year }: utgående saldo avviker kr { $amount } fra inngående saldo og årets bevegelser
economy-fund-given = { $year }: historikken har { $given } for { $line }, men regnskapet gir { $own }
economy-fund-explained = Beløp med øre er regnet ut fra regnskapet. Grå beløp står slik historikken gir dem. En stjerne viser til merknaden under tabellen.
economy-fund-history = Fondets historikk
economy-fund-history-caption = for år der regnskapet ikke er kjent, og linjer som bare fondet har
economy-plot-fund = Disposisjonsfondet ved utgangen av året, millioner kroner

# Deviations and capacity
economy-deviations-table = Avvik over grensene
economy-no-deviations = Ingen linjer er over begge grensene.
economy-all-remarked =
    { $count ->
        [one] Én linje er over grensene, og har merknad.
       *[other] { $count } linjer er over grensene, og alle har merknad.
    }
economy-some-remarked =
    { $count ->
        [one] Én linje er over grensene og mangler merknad.
       *[other] { $count } linjer er over grensene, { $missing } av dem mangler merknad.
    }
economy-deviation-short = Avvik
economy-percent-short = Prosent
economy-kind = Betyr
economy-plot-results = Resultat { $year } mot regulert budsjett, millioner kroner. Søylen er regnskapet, streken budsjettet
economy-plot-budget = Inntekter og utgifter { $year } mot regulert budsjett, millioner kroner
economy-plot-off = { $amount } { $word }
economy-plot-on = som budsjettert
economy-plot-groups = Driftsutgifter over årene, millioner kroner
economy-capacity = Økonomisk handleevne
economy-capacity-caption = i kroner, og i prosent av sum driftsinntekter
economy-capacity-income = Sum driftsinntekter
economy-capacity-percent = Prosent

# Accounts and ledger
economy-part-unplaced = Ikke plassert { $count }
economy-part-list = Kontoer { $count }
economy-part-mapping = Egen plassering { $count }
economy-part-ledger = Hovedbok { $count }
economy-part-printed = Trykte linjer { $count }
economy-printed-lead = Linjene står i oppstillingene der regnskapet ikke er importert, og ved siden av til sammenligning der det er det. Lim inn en hel oppstilling fra Visning.
economy-all-placed = Alle kontoer for { $year } står på en linje.
economy-unplaced-lead = Disse kontoene er ikke med i summene. Velg en konto og flytt den til linjen der den hører hjemme.
economy-unplaced-table = Kontoer som ikke er plassert
economy-cause = Årsak
economy-list-lead = Linjen er den i § 5-6, § 5-5 eller § 5-8. Et beløp kan overstyres her; kilden huskes.
economy-list-lead-ledger = Linjen er den i § 5-6, § 5-5 eller § 5-8. Et beløp kan overstyres her; kilden huskes. Dobbeltklikk på en konto for å se bilagene.
economy-list-table = Årets kontoer
economy-no-line = ikke plassert
economy-mapping-lead = Reglene går foran kontoplanen. Tomme felt gjelder alt; den regelen som sier mest, vinner.
economy-ledger-all = alle
economy-ledger-count =
    { $count ->
        [one] 1 rad, sum { $sum }
       *[other] { $count } rader, sum { $sum }
    }
economy-ledger-table = Hovedbok
economy-ledger-period = Periode
economy-ledger-day = Dato
economy-ledger-voucher = Bilag
economy-ledger-customer = Kunde
economy-ledger-row = Rad i fila

# A printed statement
economy-paste-title = Lim inn trykt oppstilling
economy-paste-lead = Kopier linjene med beløp fra Excel eller fra en PDF og lim dem inn. De gjelder { $year }. Der regnskapet er importert, står de ved siden av til sammenligning.
economy-paste-text = Det som er kopiert
economy-paste-hint = Lim inn her
economy-paste-understood =
    { $count ->
        [one] Slik er linjen forstått
       *[other] Slik er de { $count } linjene forstått
    }
economy-paste-table = Forstått oppstilling
economy-paste-take =
    { $count ->
        [one] Ta inn én linje
       *[other] Ta inn { $count } linjer
    }
