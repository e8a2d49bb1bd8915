# What the checks say: what was expected, what was found, and what to do.

edit-accepted = Godtok et funn: { $reason }
edit-reopened = Åpnet et godtatt funn igjen
accept-without-reason = Funnet er ikke godtatt, for grunnen mangler. Skriv hvorfor det kan stå

cli-finding = { $severity }: { $sentence } [{ $rule }]
cli-accepted = Godtatt av { $who }: { $reason }
checks-held-meaning = Talt er de kontrollene som kunne ha slått feil: tall fra ulike steder som må stemme med hverandre. Summer og prosenter som programmet selv regner ut av det samme, er ikke med
cli-check-sum =
    { $open ->
        [0] Ingen åpne funn
        [one] Ett åpent funn
       *[other] { $open } åpne funn
    }. { $held } kontroller stemmer.

check-statement-sum = { $subject }: summen av linjene er { $expected }, men det står { $found }. Rett summen, eller linjen som er feil eller mangler
check-statement-shared = { $subject } er { $found }, men { $other } er { $expected }. Samme tall skal stå likt i begge oppstillingene
check-second-paragraph = { $subject } er { $found }, men første ledd har { $expected }. Alt som står i første ledd, skal fordeles i andre ledd
check-transfer-mirror = { $subject } er { $found }, men skulle vært { $expected } etter { $other }. Det som overføres fra drift, skal komme inn i investering
check-depreciation-mirror = { $subject } er { $found }, men skulle vært { $expected }. Motposten skal være like stor som avskrivningene, med motsatt fortegn
check-last-year = { $subject } er { $found }, men regnskapet for det året har { $expected }. Finn ut hvilket av dem som gjelder
check-balance = { $subject } er { $found }, men egenkapital og gjeld er { $expected } med motsatt fortegn. Balansen skal gå opp i null
check-capital-account = { $subject } er { $found }, men anleggsmidler minus langsiktig gjeld gir { $expected }. Finn føringen som mangler motpost på kapitalkontoen; ubrukte lånemidler kan forklare en forskjell
check-fund-moved = { $subject } er { $found }, men inngående saldo og årets avsetning og bruk gir { $expected }. Sjekk fondet mot regnskapet
check-assets-moved = { $subject } er { $found }, men inngående saldo, årets investeringer og årets avskrivninger gir { $expected }. Salg til annen pris enn bokført og nedskrivninger kan forklare en forskjell
check-closing-line = { $subject } er { $found }, men { $other } tilsier { $expected }. Rett linjen, eller oppstillingen den kommer fra
check-closing-booked = { $subject } er { $found }, men det som er ført, tilsier { $expected }. Se om føringen følger §§ 4-3 og 4-6
check-fund-sum = { $subject }: saldo 01.01 og årets bevegelser gir { $expected }, men det står { $found }. Rett saldoen eller bevegelsen
check-fund-opening = { $subject } er { $found }, men utgående saldo året før var { $expected }. Saldo 01.01 skal være lik saldo 31.12 året før
check-fund-balance = { $subject } er { $found }, men balansen har { $expected } som disposisjonsfond. Rett fondstabellen etter balansen
check-fund-set-aside = { $subject } er { $found }, men { $other } er { $expected }. Rett fondstabellen etter regnskapet
check-quarter-sum = { $subject } er { $found }, men de fire kvartalene gir { $expected }. Rett året eller kvartalet som er feil
check-quarter-average = { $subject } er { $found }, men årene gir { $expected } i gjennomsnitt. Regn gjennomsnittet på nytt
check-change = { $subject } er { $expected }, men det står { $found }. Endringen er ny minus gammel, delt på gammel
check-incidents-distinct = { $subject } er { $found }, men det er bare { $expected } hendelser i alt. Rett det ene av tallene
check-staff-sum = { $subject } er { $found }, men faste og midlertidige er { $expected } til sammen. Rett det tallet som er feil
check-staff-turnover = { $subject } er { $found }, men året før og de som kom og sluttet, gir { $expected }. Se om noen mangler i turnover
check-gender-headcount = { $subject } er { $found }, men bemanningen har { $expected }. Rett gruppa eller bemanningen
check-gender-women = { $subject } er { $found }, men gruppa er bare { $expected } i alt. Rett det ene av tallene
check-gender-share = { $subject } er { $expected }, men det står { $found }. Andelen er kvinner delt på alle i gruppa
check-sick-leave-groups = { $subject } er { $found }, men kvinner og menn er { $expected } til sammen. Rett det tallet som er feil
check-sick-leave-days = { $subject } er { $found }, men egenmeldt og legemeldt er { $expected } til sammen. Rett det tallet som er feil
check-sick-leave-percent = { $subject } er { $expected }, men det står { $found }. Prosenten er fraværsdager delt på mulige dagsverk
check-sick-leave-possible = { $subject } er { $found }, men det er bare { $expected } mulige dagsverk. Rett det ene av tallene

check-printed-twice = { $subject } er trykt som { $first } ett sted og { $second } et annet. Rett det som er feil
check-account-unplaced = Konto { $account } { $name } står ikke på noen linje. { $cause }
check-internal-arts = Internkjøp, fordelte utgifter og internsalg (290, 690 og 790) skal gå opp i null, men er { $sum } til sammen. Finn posteringen som mangler motpost
check-deviation-without-remark = { $line } ({ $statement }) avviker { $deviation } fra regulert budsjett og har ingen merknad. Skriv hvorfor
check-ledger-differs = Konto { $account } er { $balance } i regnskapet og { $ledger } i hovedboka, en forskjell på { $difference }. Importer den som er eldst, på nytt
check-cases-to-come =
    { $count ->
        [one] Én sak er
       *[other] { $count } saker er
    } registrert etter i dag. Sjekk datoene og tidssonen i eksporten
check-case-gap =
    { $count ->
        [one] Ingen kilde dekker { $first }. Importer saker for dagen
       *[other] Ingen kilde dekker de { $count } dagene fra { $first } til { $last }. Importer saker for perioden
    }
check-empty-workday = { $day } er en arbeidsdag uten en eneste sak. Sjekk at eksporten er hel
check-year-unfinished = { $year } er over, men sakene er bare kjent til og med { $day }. Importer resten av året
check-day-count-differs =
    { $count ->
        [one] Sakene og telling per dag er ikke enige om én dag
       *[other] Sakene og telling per dag er ikke enige om { $count } dager
    }: { $day } har { $rows } saker, men tellingen sier { $counted }. Sakene gjelder
check-case-double =
    { $count ->
        [one] Én sak står
       *[other] { $count } saker står
    } både i { $first } og i { $second }, og telles to ganger. Importer filene som samme system
check-case-replaced =
    { $count ->
        [one] Én sak står to ganger i { $file }, med ulikt innhold: rad { $row } og rad { $by }
       *[other] { $count } saker står to ganger i { $file }, med ulikt innhold, den første i rad { $row } og rad { $by }
    }. Den siste raden gjelder; sjekk eksporten
check-outlier = { $day } hadde { $cases } saker, mot { $average } på tilsvarende dager, og ingen hendelse forklarer det. Sjekk dagen, eller legg inn hendelsen
check-double = { $row } står mer enn én gang i tabellen { $table }. Fjern den ene raden
check-ledger-double =
    { $count ->
        [one] Én postering i hovedboka for { $year } er lik en annen på samme bilag, { $voucher }
       *[other] { $count } posteringer i hovedboka for { $year } er like en annen på samme bilag, den første på bilag { $voucher }
    }, { $sum } i alt. Sjekk om rader er eksportert to ganger
check-to-come =
    { $count ->
        [one] Én rad i { $table } er datert etter i dag
       *[other] { $count } rader i { $table } er datert etter i dag
    }, den første { $day }. Rett datoen
check-backwards = { $row } i { $table } er levert før bestillingen. Rett den ene datoen
check-calls = Telefonsvar { $day }: flere er besvart innen ett minutt enn innen tre, eller flere enn det er besvart i alt. Rett tallene
check-outage = { $system } var nede { $out } minutter, men ble bare målt i { $measured }. Rett det ene av tallene
check-ledger-period =
    { $count ->
        [one] Én postering i hovedboka for { $year } er datert et annet år
       *[other] { $count } posteringer i hovedboka for { $year } er datert et annet år
    }, den første er bilag { $voucher }. Sjekk at hovedboka gjelder riktig år
check-goal-months = «{ $measure }» er regnet av { $known } av årets { $all } måneder. Importer resten av målingen, eller si i merknaden hvilke måneder som mangler
check-goal-without-result = { $measure } har et måltall, men ikke noe resultat. Importer målingen, eller skriv inn resultatet
check-goal-without-target = { $measure } har ikke noe måltall å holde resultatet mot. Fastsett hvor stor andel som kan være over grensen
check-goal-word-missed = Merknaden til { $measure } sier at målet ikke er nådd, men resultatet når måltallet. Rett merknaden
check-goal-word-met = Merknaden til { $measure } sier at målet er nådd, men resultatet når ikke måltallet. Rett merknaden
check-goal-without-remark = { $measure } er ikke nådd og har ingen merknad. Skriv hvorfor
check-source-moved = { $row } er rettet til { $value } av { $who }. Kilden sa { $before } da, og sier { $now } nå. Behold rettelsen, eller ta kildens verdi
check-file-period = «{ $name }» i { $file } nevner { $year }, men gjelder { $first } til { $last }. Sjekk at riktig fil er importert
check-group-day = Gruppa «{ $group }» nevner en annen dag enn { $day }, som den er talt. Rett navnet eller dagen
check-table-year = { $table } har ingen rader for { $year }; de nyeste gjelder { $latest }. Legg inn tallene for { $year }
check-text-year = «{ $text }» nevner { $named }, men står sammen med tall for { $year }. Rett teksten, eller flytt den
check-rows-outside =
    { $count ->
        [one] Én rad i { $file } er datert { $day },
       *[other] { $count } rader i { $file }, den første { $day }, ligger
    } utenfor perioden som fila gjelder, { $first } til { $last }. Sjekk perioden og eksporten
check-remark-older = Merknaden til { $line } ble skrevet { $day }, da regnskapet var { $before }; nå er det { $now }. Les merknaden på nytt. Er den fortsatt riktig, si fra om det; ellers skriv den om
check-remark-older-budget = Merknaden til { $line } ble skrevet { $day }, da regulert budsjett var { $before }; nå er det { $now }. Les merknaden på nytt. Er den fortsatt riktig, si fra om det; ellers skriv den om
check-law-economy = Kommuneloven § 14-7 a ber om forhold som er viktige for økonomisk utvikling og handleevne. Netto driftsresultat eller disposisjonsfond er ikke kjent; importer regnskapet
check-law-deviations = Kommuneloven § 14-7 b ber om vesentlige avvik fra budsjettet. Regulert budsjett er ikke kjent; importer det
check-law-goals = Kommuneloven § 14-7 c ber om måloppnåelse. Året har ingen mål; legg dem inn
check-law-control = Kommuneloven § 14-7 d ber om tiltak for betryggende kontroll og høy etisk standard. Rapporten har ingen tekst om det; skriv den under «{ $section }»
check-law-equality = Kommuneloven § 14-7 e ber om den faktiske tilstanden for likestilling mellom kjønn. Året har ingen telling av kvinner og menn; legg den inn
check-law-duty = Likestillings- og diskrimineringsloven § 26 ber om arbeidet for likestilling i fire steg. Rapporten har ingen tekst om det; skriv den under «{ $section }»
check-law-groups = Likestillings- og diskrimineringsloven § 26 a ber om kjønnsfordelingen for { $groups }. Legg tellingene inn, eller noter hvorfor de ikke gjelder
check-law-left-out = «{ $section }» er utelatt fra rapporten, men { $law } ber om det som står der. Ta delen med igjen, eller noter hvorfor den ikke trengs
check-deadline-accounts = Årsregnskapet er foreløpig, og fristen { $day } { $state }. Se hvilken frist som gjelder for virksomheten
check-deadline-report = Årsberetningen skal avgis, og fristen { $day } { $state }. Se hvilken frist som gjelder for virksomheten
deadline-passed = er ute
deadline-near = nærmer seg
law-14-7-a = kommuneloven § 14-7 a
law-14-7-b = kommuneloven § 14-7 b
law-14-7-c = kommuneloven § 14-7 c
law-14-7-d = kommuneloven § 14-7 d
law-14-7-e = kommuneloven § 14-7 e
law-26 = likestillings- og diskrimineringsloven § 26
law-group-temporary = midlertidige
law-group-part-time = deltid
law-group-leave = foreldrepermisjon
law-group-pay = lønn
area-report = Rapport
said = { $text }
said-remark = merknad
said-none = ingen

compare-nothing-known = Ingen kolonner i fila hører til tabellen { $table }. Bruk kolonnenavnene som kommandoen table skriver med --format csv
compare-difference = { $row }, { $column }: trykt { $printed }, her { $own }
cause-sign = byttet fortegn
cause-divided-by-new = delt på { $new } i stedet for { $reference }
cause-division = Endring er (ny − gammel) delt på gammel: ({ $new } − { $reference }) / { $reference } = { $own }. Deler du på { $new }, får du { $printed }.
cause-the-average = gjennomsnittet
cause-rounded = avrundet
cause-rounded-parts = avrundet, regnet ut av avrundede tall
cause-left-out = linje utelatt fra sum: { $line }
cause-thousands = tusenskille
cause-column = feil kolonne, tallet hører til { $column }
cause-row = feil linje, tallet hører til { $row }
cause-digits = to sifre har byttet plass
cause-no-such-row = raden finnes ikke her
cause-other-word = et annet ord enn tallene sier
cli-compare-sum = { $differences } avvik. { $agreed } celler stemmer, { $unknown } kan ikke sammenlignes.
cli-cannot-read-printed = Den trykte tabellen kan ikke leses: { $why }. Sjekk at fila finnes og er CSV i UTF-8

help-check = Kontrollene: hva som ikke stemmer, og hvor
help-check-file = Prosjektfila
help-check-json = For maskiner
help-check-report = Skriver også funnene som en side, .html
help-compare = En trykt tabell mot vår egen
help-compare-file = Prosjektfila
help-compare-table = Tabellens navn
help-compare-printed = Den trykte tabellen: CSV, regneark, eller tekst limt inn fra en PDF
help-compare-keep = Beholder tabellen i prosjektet under denne tittelen
help-compare-json = For maskiner
check-priority-slow = Saker med prioritet { $urgent } tok { $hours } timer i { $year } (median), de med prioritet { $ordinary } bare { $others }. Se om prioriteten settes etterpå, eller om saker med høy prioritet blir liggende uten å lukkes
