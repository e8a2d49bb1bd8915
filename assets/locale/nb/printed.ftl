# Tables as they were printed elsewhere, beside the project's own figures.

edit-kept-printed = La inn den trykte tabellen «{ $title }»
edit-renamed-printed = Ga den trykte tabellen «{ $before }» navnet «{ $title }»
edit-removed-printed = Fjernet den trykte tabellen «{ $title }»
edit-remark-still-right = Bekreftet at merknaden til { $line } fortsatt er riktig
printed-without-title = Tabellen er ikke lagt inn, for navnet mangler. Skriv hvor den er trykt

check-printed-differs = { $row }, { $column } er { $own }, men «{ $title }» har { $printed }{ $others ->
    [0] {""}
    [one] {""} og skiller seg i én celle til av samme årsak
   *[other] {""} og skiller seg i { $others } celler til av samme årsak
}. { $cause } { $advice }
check-printed-unknown-row = { $row } er { $printed } i «{ $title }», men finnes ikke her{ $others ->
    [0] {""}
    [one] {""}, og det gjør heller ikke én celle til
   *[other] {""}, og det gjør heller ikke { $others } celler til
}. Sjekk om noe mangler i prosjektet, eller om navnet er et annet
check-printed-itself = «{ $title }» går ikke opp i seg selv: { $text }
check-printed-unread = «{ $title }» kan ikke holdes mot tallene. { $why }
printed-likely-cause = Sannsynlig årsak: { $cause }.
printed-only-rounding = Kun avrunding.
printed-only-rounding-parts = Kun avrunding: tallet er regnet ut av avrundede tall.
printed-no-cause = Årsaken er ikke kjent.
printed-pattern = { $text } { $others ->
    [one] Den andre cella følger
   *[other] De andre { $others } cellene følger
} samme mønster.
printed-advice = Rett den trykte tabellen, eller tallet her.
printed-advice-statement = Rett den trykte oppstillingen, eller regnskapet.
printed-advice-fund = Regnskapet gjelder; rett historikken.
printed-statement = { $statement } slik den er trykt
printed-fund-history = Fondets historikk

printed-needs-cells = Denne tabellen har flere kolonner med ord. Lim den inn fra Excel, eller velg en fil
printed-needs-headings = Overskriftene mangler, så kolonnene er ikke kjent. Ta med overskriftene
printed-unclear-row = «{ $line }» er ingen rad i tabellen, og er ikke tatt med
printed-undecided-row = «{ $line }» kan leses på flere måter. Lim inn raden fra Excel, eller del tallene med tabulator
printed-nothing-known = Ingen tall i teksten hører til tabellen. Velg en annen tabell, eller ta med overskriftene
printed-pasted = limt inn

# The report of the checks.
report-title = Kontrollrapport for { $year }
report-made = Laget { $day } kl. { $clock }
report-counts = { $errors } feil, { $warnings ->
    [one] én advarsel
   *[other] { $warnings } advarsler
}, { $notes } til vurdering, { $accepted } godtatt. { $held } kontroller stemmer.
report-errors = Feil
report-warnings = Advarsler
report-notes = Til vurdering
report-accepted = Godtatt
report-section = { $title } ({ $count })
report-finding = Funn
report-expected = Ventet
report-found = Funnet
report-off = Forskjell
report-accepted-by = Godtatt av { $who } { $day }: { $reason }
report-cell = { $row }, { $column }: trykt { $found }, riktig { $own }
report-printed-title = Trykte tabeller som er holdt mot tallene
report-printed = { $title }: { $from }, lagt inn av { $who } { $day }
report-file-name = kontrollrapport-{ $year }.html
job-report = Skriver kontrollrapporten
job-reading-printed = Leser tabellen
notice-report-saved = Kontrollrapporten er lagret
path-save-report = Lagre kontrollrapporten
path-choose-printed = Velg en fil med den trykte tabellen

# Words of the window.
control-tab-printed = Trykte tabeller { $count }
control-report-do = Kontrollrapport
control-cell-printed = Trykt
control-cell-right = Riktig
remark-still-right = Fortsatt riktig
printed-hold = Hold mot trykt tabell…
printed-title-default = Årsmelding { $year }, trykt
printed-keep-title = Hold en trykt tabell mot tallene
printed-keep-lead = Lim inn en tabell fra en tidligere årsmelding eller et utkast, eller velg en fil. Avvik fra prosjektets egne tall blir funn i Kontroll.
printed-table = Tabell
printed-where = Hvor den er trykt
printed-where-missing = Skriv hvor tabellen er trykt
printed-paste = Tabellen
printed-paste-hint = Lim inn fra Excel eller en PDF, med overskriftene
printed-from-file = Fra fila { $file }
printed-choose-file = Velg fil…
printed-keep = Behold tabellen
printed-rows = Trykt tabell
printed-counts = { $differences ->
    [0] Ingen tall avviker
    [one] Ett tall avviker
   *[other] { $differences } tall avviker
}, { $agreed } stemmer{ $unknown ->
    [0] {""}
   *[other] , { $unknown } kan ikke sammenlignes
}
printed-cell-off = Prosjektet har { $own }
printed-none = Ingen trykte tabeller
printed-none-body = Legg en tabell slik den er trykt, ved siden av prosjektets egne tall
printed-caption = { $table } · { $from }, lagt inn av { $who } { $when }
printed-caption-unnamed = { $table } · { $from }, lagt inn { $when }
printed-remove = Fjern { $title }
printed-rename = Gi { $title } nytt navn
printed-rename-title = Gi tabellen nytt navn
printed-rename-do = Gi nytt navn
printed-table-deviations = Avvik fra budsjett
