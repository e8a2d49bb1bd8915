# Words that several rooms use: months, weekdays, holidays, what is wrong with a number.

holiday-new-year = Første nyttårsdag
holiday-maundy-thursday = Skjærtorsdag
holiday-good-friday = Langfredag
holiday-easter-sunday = Første påskedag
holiday-easter-monday = Andre påskedag
holiday-labour-day = Arbeidernes dag
holiday-constitution-day = Grunnlovsdag
holiday-ascension = Kristi himmelfartsdag
holiday-whit-sunday = Første pinsedag
holiday-whit-monday = Andre pinsedag
holiday-christmas-day = Første juledag
holiday-boxing-day = Andre juledag

month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember

weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag

weekday-short-1 = man
weekday-short-2 = tir
weekday-short-3 = ons
weekday-short-4 = tor
weekday-short-5 = fre
weekday-short-6 = lør
weekday-short-7 = søn

# { $day } is the day's number, { $month } its name.
date-long = { $day }. { $month } { $year }
date-day-month = { $day }. { $month }

quarter-1 = 1. kvartal
quarter-2 = 2. kvartal
quarter-3 = 3. kvartal
quarter-4 = 4. kvartal
half-year-1 = 1. halvår
half-year-2 = 2. halvår
whole-year = Hele året

missing = mangler

number-empty = Her mangler et tall
number-not-a-number = Ikke et tall
number-ambiguous = Punktumet kan skille tusener eller desimaler. Bruk komma for desimaler
number-not-whole = Skriv et helt tall
number-negative = Antallet kan ikke være under null
date-not-a-date = Ikke en dato. Skriv dag.måned.år, for eksempel 11.03.2021
date-does-not-exist = Datoen finnes ikke
date-out-of-range = Datoen er for langt fram eller tilbake. Sjekk årstallet

io-not-found = fila eller mappa finnes ikke
io-denied = du har ikke tilgang til fila eller mappa
io-full = disken er full
io-folder = det er en mappe, ikke en fil
io-bad-name = ingen fil kan hete det
io-busy = fila er i bruk av et annet program
io-held-or-denied = fila er i bruk av et annet program, eller du har ikke tilgang til den
