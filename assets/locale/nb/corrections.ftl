# Values that a person put in a source's place: marked in tables, listed, brought back.

corrections-title = Rettede verdier
corrections-caption = En ny import beholder rettelsene og sier fra når kilden er endret.
corrections-table = Tabell
corrections-row = Rad
corrections-column = Kolonne
corrections-original = Kilden sier
corrections-moved = Kilden er endret
corrections-moved-cell = fra { $before }
corrections-not-moved = nei
corrections-value = Rettet til
corrections-why = Grunn
corrections-why-hint = Hvorfor er verdien rettet?
corrections-blank = tomt
corrections-somebody = noen
corrections-counts = Gjelder
corrections-who = Hvem, når
corrections-who-and-when = { $who }, { $when }
corrections-of = Overstyrt: { $column }
corrections-overridden = Overstyrt
corrections-sentence = Overstyrt av { $who } { $when }. Kilden sier { $source }.
corrections-moved-from = Kilden er endret: den sa { $before } da verdien ble rettet.
corrections-because = Grunn: { $why }
corrections-rests-on =
    { $count ->
        [one] Tallet bygger på en rettet celle.
       *[other] Tallet bygger på { $count } rettede celler.
    }
corrections-use-source = Bruk kilden
corrections-use =
    { $count ->
        [0] Bruk kilden
        [one] Bruk kilden
       *[other] Bruk kilden i { $count } celler
    }
corrections-use-all = Bruk kilden i alle { $count }
corrections-go-to = Gå til cella
keys-use-source = F8
