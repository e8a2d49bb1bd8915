# Words of the places Saker and Oversikt.

cases-empty-title = Ingen saker ennå
cases-empty-body = Her vises saker per uke, dag og kvartal når eksporter fra sakssystemet er importert.
cases-empty-action = Importer eksporter…

cases-tab-weeks = Uke
cases-save-figure = Lagre figuren
cases-save-svg = Lagre som SVG…
cases-save-png = Lagre som PNG…
cases-copy-picture = Kopier bilde
cases-as-table = Vis som tabell
cases-as-figure = Vis som figur
# A file's name, without its extension. { $chart } is weeks, q1 to q4.
cases-picture-name = saker-{ $year }-{ $chart }

cases-all = alle
cases-all-customers = alle { $count }
cases-compare-with = Sammenlign med
cases-similar-days = tilsvarende dager { $years }

cases-count = { $count ->
    [one] 1 sak
   *[other] { $count } saker
}
cases-number = { $n ->
    [1] én
    [2] to
    [3] tre
    [4] fire
    [5] fem
    [6] seks
    [7] sju
    [8] åtte
    [9] ni
    [10] ti
    [11] elleve
    [12] tolv
   *[other] { $n }
}

# The sentence over the plot. { $period } is "1. kvartal" or "3. kvartal per 31. august".
cases-period-to-date = { $period } per { $day }
cases-base-average = snittet
cases-base-same-days = snittet for de samme dagene
cases-takeaway-missing = { $period } mangler data.
cases-takeaway-alone = { $cases } i { $period }.
cases-takeaway = { $cases } i { $period }, { $change } { $base }.
cases-takeaway-days = { $above } av { $compared } arbeidsdager lå over snittet for tilsvarende dager.
cases-takeaway-weekends = Linjen brytes i helger; helgetallene er prikker.
cases-takeaway-no-days = Det er ingen tilsvarende dager å sammenligne med.
cases-takeaway-weeks = { $year } lå over snittet i { $above } av { $all } uker.
cases-takeaway-weeks-over-under = { $year } lå over snittet i { $over } av de { $first } første ukene og under i { $under } av de { $last } siste.
cases-takeaway-weeks-under-over = { $year } lå under snittet i { $under } av de { $first } første ukene og over i { $over } av de { $last } siste.
cases-takeaway-usual-week = En vanlig uke har rundt { $cases } saker.
cases-takeaway-no-average = Det er ingen uker å sammenligne med.
cases-peak = Flest: uke { $week } i { $year }

# What a day says.
cases-weekday-date = { $weekday } { $date }
cases-day-about = { $day }: { $about }
cases-a-day = dag
cases-similar-weekdays = { $count ->
    [one] { $number } tilsvarende { $weekday }
   *[other] { $number } tilsvarende { $weekday }er
}
cases-day-missing = Dagen mangler data.
cases-day-partial = { $cases }. Eksporten ble laget denne dagen, så tallet kan være ufullstendig og sammenlignes ikke.
cases-day-alone = { $cases }. Det er ingen tilsvarende dager å sammenligne med.
cases-day-against = { $cases }, { $distance } enn snittet på { $average } for { $days }.
cases-day-same = { $cases }, som snittet på { $average } for { $days }.
cases-spread = Lavest var { $low } i { $low_year }, høyest { $high } i { $high_year }.
cases-week = Uke { $week }
cases-dates = Sammenlignet med { $days }
cases-week-days = Uke { $week }: { $days }

# What a week says.
cases-week-title = Uke { $week } i { $year }, { $first } til { $last }
cases-no-such-week = Uke { $week } i { $year }
cases-week-missing = Uka mangler data.
cases-week-partial = { $cases }. Uka mangler arbeidsdager og sammenlignes ikke.
cases-week-alone = { $cases }. Det er ingen uker å sammenligne med.
cases-week-against = { $cases }, { $distance } enn snittet på { $average } for uke { $week } i { $years }.
cases-week-same = { $cases }, som snittet på { $average } for uke { $week } i { $years }.

# The table of the quarters.
cases-as-printed-switch = Vis som trykt i 2021
cases-printed-last-year = Fra { $last } som trykt i 2021 (delt på { $year })
cases-printed-average = Fra snittet som trykt i 2021 (delt på { $year })

cases-trail-filtered = Sporet gjelder alle saker. Fjern filteret for å se det.

cases-incidents-caption = Saker med prioritet { $priorities }
cases-incidents-unfiltered = Saker med prioritet { $priorities }, uten filter
cases-or = { " " }eller{ " " }
cases-incidents-distinct = { $cases } ({ $distinct } ulike)
cases-closings = Behandlingstid
cases-closings-caption = Median fra registrert til lukket for hver prioritet, av saker registrert i { $year }
cases-closings-unfiltered = Median fra registrert til lukket for hver prioritet, av saker registrert i { $year }, uten filter
cases-hours = { $hours } timer
cases-closed-same-day = Lukket samme dag
cases-by = Saker i { $period }
cases-by-nothing = Sakene er bare kjent som tall per dag. Importer sakslista for å se kunder, typer og kategorier.
cases-blank = Ikke oppgitt
cases-others = { $count } andre
cases-share = { $name }: { $cases }, { $percent }

# The panel of a day.
cases-without-number = Uten nummer
cases-clock = kl. { $hour }.{ $minute }
cases-file-row = { $file }, rad { $row }
cases-one-by-one = { $count ->
    [0] Ingen saker
    [one] Én sak
   *[other] { $count } saker
}
cases-day-no-rows = Dagen er bare kjent som et antall, eller har ingen saker i utvalget.

# Oversikt. The hero number stands before { $start }: "36 226 saker i 2021: 4,6 % færre enn …".
overview-no-cases = saker i { $year }. Importer eksporter fra sakssystemet.
overview-cases-in = saker i { $period }
overview-sentence-alone = { $start }.
# The space at the end is written so, since Fluent trims it.
overview-sentence-start = { $start }:{ " " }
overview-and = { " " }og{ " " }
overview-in-a-year = i { $year }
overview-in-last-year = i { $year } ({ $count })
overview-the-average = snittet for { $years } ({ $count })
overview-first-half = Første halvår lå { $side }.
overview-last-half = Andre halvår lå { $side }.
overview-over = { $percent } over snittet
overview-under = { $percent } under snittet
overview-on = på snittet
# "2021, snitt og lavest–høyest 2015–2020", each word in its line's colour.
overview-lines-average = , snitt og{ " " }
overview-lines-spread = { " " }lavest–høyest{ " " }

overview-goals-count = { $met } nådd, { $missed } ikke nådd, { $open } uten tallmål eller resultat.
overview-goals-how = Streken er målet, prikken er resultatet.
overview-goals-uptime = Oppetid vises på skalaen 99,5–100 %.
overview-no-goals = Ingen mål for året ennå.
overview-goal-no-number = uten tallmål
overview-goal-at-least = minst { $percent }
overview-goal-at-most = høyst { $percent }
overview-goal-months = Av { $known } av { $all } måneder
overview-goal-higher-is-better = Høyere er bedre
overview-goal-lower-is-better = Lavere er bedre
overview-goal-row = { $name }: { $result }, { $target }, { $outcome }

overview-people = Folk og fravær
overview-work = Arbeidet
overview-employees = Ansatte 31.12
overview-fte = Tilgjengelige årsverk
overview-in-year = { $value } i { $year }
overview-sick-target-met = Mål høyst { $target }: nådd
overview-sick-target-missed = Mål høyst { $target }: ikke nådd
overview-sick-women = Fravær, kvinner
overview-sick-men = Fravær, menn
overview-sick-days = { $days } av { $possible } dagsverk
overview-per-fte = Saker per årsverk
overview-per-workday = Saker per arbeidsdag
overview-on-average = { $value } i snitt
overview-distinct = { $count } ulike
overview-turnover = Turnover
overview-turnover-left = { $count } sluttet
overview-fact = { $name }: { $value } { $beside }

overview-left = Gjenstår
overview-nothing-left = Ingenting mangler av saker, hendelser, mål, ansatte, fravær og regnskap.
overview-go-to = Gå til { $place }
overview-log = Sist endret
overview-today = I dag
overview-log-when = { $day } { $time }
overview-log-who = { $when }, { $who }

overview-task-no-cases = Ingen saker for { $year }
overview-task-days = { $count ->
    [one] Saker mangler for { $first }
   *[other] Saker mangler for { $count } dager i { $year }, fra { $first } til { $last }
}
overview-task-years = Saker mangler helt eller delvis for { $years }
overview-task-rejected = { $count ->
    [one] 1 rad ble avvist ved import
   *[other] { $count } rader ble avvist ved import
}
overview-task-customers = { $count ->
    [one] 1 kunde i sakene står ikke i kunderegisteret
   *[other] { $count } kunder i sakene står ikke i kunderegisteret
}
overview-task-events = Ingen hendelser for { $year }
overview-task-goals = Ingen mål for { $year }
overview-task-results = { $count ->
    [one] 1 mål mangler resultat
   *[other] { $count } mål mangler resultat
}
overview-task-staff = Antall ansatte ved utgangen av { $year } mangler
overview-task-sick-leave = Sykefravær for { $year } mangler

overview-empty-heading = { $company } { $year }
overview-empty-title = Start med årets eksporter
overview-empty-body = Slipp filer her eller velg dem: sakslister, hendelser, mål, bemanning og sykefravær. Du ser hva de endrer før noe blir endret.
