# Words of the charts and of their alternative texts.

# { $week } is the first week number on an axis; the others stand alone.
chart-week = uke { $week }
chart-week-row = uke
chart-month-of-year = { $month } { $year }
# { $years } is "2015–2020".
chart-average-of = snitt { $years }
chart-average = snitt
chart-spread = lavest–høyest
chart-missing = mangler data
chart-png-failed = Bildet ble ikke laget, for det er for stort eller har ingen størrelse. Velg en annen størrelse

# Months where there is little room.
chart-month-short-1 = jan
chart-month-short-2 = feb
chart-month-short-3 = mars
chart-month-short-4 = apr
chart-month-short-5 = mai
chart-month-short-6 = juni
chart-month-short-7 = juli
chart-month-short-8 = aug
chart-month-short-9 = sep
chart-month-short-10 = okt
chart-month-short-11 = nov
chart-month-short-12 = des

chart-cases-per-week = Saker per uke
chart-against-average = { $year } mot snittet, saker per uke
chart-above-average = over snittet
chart-below-average = under snittet
chart-count-per-week = { $count } per uke

chart-winter-break = vinterferie
chart-common-leave = fellesferie
chart-autumn-break = høstferie
chart-christmas = jul

# Titles and alternative texts: what a chart shows, in a few sentences.
chart-daily-title = Saker per dag, { $quarter } { $year }
chart-quarter-title = Saker per uke, { $quarter } { $year }
chart-goal-title = Mål og resultat
chart-weekly-title = Saker per uke, { $year }
chart-alt-daily = Saker per dag i { $quarter } { $year } mot snittet av tilsvarende dager { $years }.
chart-alt-daily-alone = Saker per dag i { $quarter } { $year }.
chart-alt-weekly-alone = Saker per uke i { $year }.
chart-alt-weekly = Saker per uke i { $year } mot snittet { $years }.
chart-alt-no-data = Det mangler data.
chart-alt-total-to-date = { $cases ->
        [one] Én sak til og med { $date }.
       *[other] { $cases } saker til og med { $date }.
    }
chart-alt-total = { $cases ->
    [one] I alt én sak.
   *[other] I alt { $cases } saker.
}
chart-alt-days-above = { $above } av { $compared } arbeidsdager lå over snittet.
chart-alt-weeks-above = { $above } av { $compared } uker lå over snittet.
chart-alt-most-day = Flest var det { $date }: { $cases }.
chart-alt-most-week = Flest var det i uke { $week }: { $cases }.
chart-alt-fewest-week = Færrest var det i uke { $week }: { $cases }.
chart-alt-events = { $count ->
    [one] Én hendelse er merket.
   *[other] { $count } hendelser er merket.
}
chart-alt-year = { $year }: { $value }.
chart-alt-goal = Resultatet er { $result } og målet { $target }.
chart-alt-goal-without-target = Resultatet er { $result }. Målet har ikke noe tall.
chart-alt-goal-without-result = Resultatet mangler.
chart-alt-budget = { $name }: { $words }.
chart-alt-group = { $name }: { $years }
