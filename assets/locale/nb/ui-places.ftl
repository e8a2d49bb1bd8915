# Mål, Hendelser, Organisasjon.

goals-result = Resultat
goals-outcome = Status
goals-distance = Avstand
goals-none = Ingen mål for { $year } ennå. Skriv det første i tabellen, eller importer en liste under Kilder.
goals-takeaway = { $met } nådd, { $missed } ikke nådd, { $unset } uten tallmål.
goals-takeaway-rest = Resultatene regnes ut fra eksportene. Der «Måles på» er «Skrives inn», står resultatet du har skrevet.
is-computed = regnes ut
goals-not-for-this = gjelder ikke
goals-takeaway-unknown = { $count ->
        [one] Ett mål mangler resultat.
       *[other] { $count } mål mangler resultat.
    }
goals-explained = For mål med frist i dager er resultatet andelen som gikk over fristen. Uten en avtalt andel kan et slikt mål verken bli nådd eller ikke nådd.
goals-details-caption = slik det står i rapporten
goals-measured-caption = radene som resultatet er regnet ut fra

events-none = Ingen hendelser i { $year } ennå. Skriv den første i tabellen, eller importer en liste under Kilder. Hendelser vises også i figurene.
events-takeaway = { $count ->
        [one] Én hendelse i { $year }.
       *[other] { $count } hendelser i { $year }.
    }
events-busiest = Flest saker samme dag: { $day }, { $cases }.
events-day-cases = Saker den dagen
events-tied = Knyttede saker
events-details-caption = hva som skjedde, hvorfor, og sakene det gjelder

organisation-tab-staff = Bemanning
organisation-tab-absence = Sykefravær
organisation-tab-customers = Kunder
organisation-fte-per-year = Tilgjengelige årsverk ved utgangen av året
organisation-cases-per-fte-per-year = Saker per årsverk
organisation-staff-caption = ved utgangen av året
organisation-per-fte = Saker per årsverk
organisation-women-share = Andel kvinner
organisation-result = Brukes i rapporten
organisation-no-staff = Ingen bemanning for { $year } ennå. Skriv den inn i tabellen, eller importer den under Kilder.
organisation-staff-takeaway = { $employees } ansatte og { $fte } årsverk ved utgangen av { $year }.
organisation-staff-change = { $change } i { $year }.
organisation-cases-per-fte = { $cases } saker per årsverk.
organisation-cases-per-employee = Det er { $cases } per ansatt ved årsslutt.
organisation-turnover = Turnover { $percent }: { $left } sluttet, av { $average } ansatte i snitt
organisation-turnover-unknown = Turnover kan regnes ut når bemanningen ved begge årsskiftene er kjent
organisation-turnover-definition = Turnover er de som sluttet eller gikk av med pensjon, delt på snittet av ansatte ved årets start og slutt. Lærlinger og innleide regnes ikke med.
organisation-no-absence = Sykefraværet for { $year } er ikke lagt inn ennå. Skriv det inn i tabellen, eller importer det under Kilder.
organisation-absence-caption = i dagsverk
organisation-years-caption = for år der bare prosenten er kjent, og målet
organisation-absence-takeaway = Sykefraværet var { $percent } i { $year }.
organisation-absence-change = Det er { $change } enn i { $year }.
organisation-absence-same = Det er som i { $year }.
organisation-absence-met = Målet er høyst { $target }: nådd.
organisation-absence-missed = Målet er høyst { $target }: ikke nådd.
organisation-absence-total = Totalt: { $own } egenmeldte dagsverk ({ $own_percent }) og { $doctor } legemeldte ({ $doctor_percent }), { $total } i alt ({ $total_percent }) av { $possible } mulige.
organisation-customers = { $count } kunder, { $owners } av dem eiere.
organisation-customers-rest = Saker føres på kunden etter navn eller andre navn. Nye navn i eksportene legges til her.
organisation-customer-cases = Saker { $year }
