# A new year from a finished project, and what is left to do with it.

new-year-not-later = Det nye året { $year } må være etter { $old }, som prosjektet gjelder. Velg et senere år
edit-new-year = Begynte { $year } fra prosjektet for { $old }
edit-confirmed-text = Bekreftet at en tekst i rapporten er lest og riktig

new-year-menu = Nytt år…
new-year-title = Nytt år: { $year }
new-year-lead = Det nye prosjektet bygger på { $old } og sammenlignes med { $baseline }. Fila for { $old } blir som den er.
new-year-comes = Blir med
new-year-structure = Rapportens deler og ansvarlige, innstillinger, importprofiler, kontotilpasning, kunder, avtaler og underskrivere
new-year-data = Saker, hendelser, målinger, bemanning, fravær og merknader til og med { $old }, til sammenligning
new-year-accounts = Oppstillingene for { $old }, som fjorårskolonne i { $year }, og notenumrene
new-year-goals = Måltallene, som mål for { $year } uten resultat
new-year-texts = Tekstene, som utkast som må leses
new-year-stays = Blir ikke med
new-year-without-books = Kontoene og hovedboka: importer årets egne
new-year-without-notes = Godtatte funn, milepæler, trykte tabeller, egne alternativtekster, datoen for underskrift og grupper uten telledato
new-year-make = Lag { $year }

check-text-unread = «{ $section }» er overtatt fra forrige årsmelding, og ingen har lest den siden. Les teksten. Er den riktig, velg «Lest og riktig»; ellers skriv den om
text-is-right = Lest og riktig
check-fixed-year-field =
    { $count ->
        [one] Et felt i «{ $section }» er låst til et år: { $fields }. Ta årstallet ut av feltet
       *[other] Felt i «{ $section }» er låst til et år: { $fields }. Ta årstallet ut av feltene
    }, så følger tallet rapportåret
check-typed-year = «{ $section }» er overtatt, og har årstall som er skrevet inn: { $years }. Rett dem, eller bruk feltet { "{år}" } eller { "{år@-1}" }
check-text-older = «{ $section }» ble skrevet { $written }, men { $field } bygger på { $file }, som ble importert { $imported }. Les teksten på nytt. Er den fortsatt riktig, si fra om det; ellers skriv den om

overview-control = Kontroll
overview-control-all = Se alle { $count }
overview-finding = { $severity }: { $sentence }
overview-report = Rapport
overview-report-approved = { $count } av { $total } deler godkjent
overview-report-row = { $chapter }: { $state }
overview-report-owned = { $state }, { $owners }
overview-task-accounts = Regnskapet for { $year } mangler
overview-task-unread = { $count ->
    [one] Én tekst er overtatt fra forrige år og ikke lest
   *[other] { $count } tekster er overtatt fra forrige år og ikke lest
}
overview-task-owners = { $count ->
    [one] Én del av rapporten har ingen ansvarlig
   *[other] { $count } deler av rapporten har ingen ansvarlig
}
