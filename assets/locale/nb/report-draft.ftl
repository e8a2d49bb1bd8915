# First sentences of the report, drafted from the figures. The arguments are fields.
draft-and = { $first } og { $last }
draft-cases-year = { $count } saker ble registrert gjennom året.
draft-cases-quarter = { $count } saker ble registrert i { $quarter }.
draft-cases-so-far = { $count } saker er registrert så langt.
draft-change = Det er { $change }.
draft-changes = Det er { $last_year }, og { $average }.
draft-than-last-year = { $change } året før
draft-than-average = { $change } snittet for {"{"}snittår{"}"}
draft-most-year = Ikke i noe år siden { $since } er det registrert flere.
draft-fewest-year = Ikke i noe år siden { $since } er det registrert færre.
draft-most-quarter = Det er det høyeste antallet i { $quarter } siden { $since }.
draft-fewest-quarter = Det er det laveste antallet i { $quarter } siden { $since }.
draft-incidents = { $number ->
        [one] { $count } sak var en hendelse med prioritet A eller B.
       *[other] { $count } saker var hendelser med prioritet A eller B.
    }
draft-incidents-distinct = { $count } saker var hendelser med prioritet A eller B; de gjaldt { $distinct } ulike hendelser.
draft-busiest-week = Flest saker kom i uke { $week }, med { $cases }.
draft-week-most-above = Lengst over snittet lå uke { $week }, med { $cases } mot { $average } i snitt.
draft-goal = { $goal } ({ $result })
draft-goal-of-months = { $goal } ({ $result }, { $known } av { $all } måneder)
draft-goals = { $met } av { $all } mål med måltall er nådd.
draft-goals-met = Nådd: { $goals }.
draft-goals-missed = Ikke nådd: { $goals }.
draft-staff = Ved utgangen av året var det { $employees } ansatte og { $apprentices } lærlinger.
draft-staff-only = Ved utgangen av året var det { $employees } ansatte.
draft-fte = Det svarte til { $now } tilgjengelige årsverk.
draft-fte-both = Det svarte til { $now } tilgjengelige årsverk, mot { $before } året før.
draft-women = { $group }: { $women } av { $total } er kvinner ({ $share }).
draft-turnover = Turnover var { $percent } av gjennomsnittlig antall ansatte.
draft-sick-leave = Sykefraværet var { $percent }.
draft-sick-leave-within = Det er innenfor målet på høyst { $target }.
draft-sick-leave-over = Det er over målet på høyst { $target }.
draft-sick-leave-before = Året før var det { $percent }.
draft-sick-leave-groups = For kvinner var det { $women }, for menn { $men }.
draft-surplus = Netto driftsresultat er et overskudd på { $amount }.
draft-no-result = Netto driftsresultat er null.
draft-deficit = Netto driftsresultat er et underskudd på { $amount }.
draft-better = Det er { $amount } bedre enn regulert budsjett.
draft-worse = Det er { $amount } svakere enn regulert budsjett.
draft-as-budgeted = Det er som i regulert budsjett.
draft-set-aside = { $amount } er satt av til disposisjonsfondet.
draft-fund-used = { $amount } er brukt av disposisjonsfondet.
draft-fund = Disposisjonsfondet er { $balance } ved utgangen av året.
draft-fund-both = Disposisjonsfondet er { $balance } ved utgangen av året, mot { $before } ved inngangen.
