# The panel that shows where a number comes from.

trail-title = Spor
trail-show = Vis spor
trail-menu = Tall
trail-close = Lukk sporet
trail-back = Ett skritt tilbake
trail-forth = Ett skritt fram
trail-step-number = Tall
trail-step-formula = Formel
trail-step-source = Kilde
trail-nothing = Tallet har ingen kilder.
trail-part = { $name } { $value }
trail-cells-more = { $cells } …
trail-cells =
    { $count ->
        [one] Celle { $cells }
       *[other] Cellene { $cells }
    }
trail-sheet-cells =
    { $count ->
        [one] Ark «{ $sheet }», celle { $cells }
       *[other] Ark «{ $sheet }», cellene { $cells }
    }
trail-cells-count = { $place } ({ $count } i alt)
trail-read = Lest { $when }
trail-read-by = Lest { $when } av { $who }
trail-hash = sha256 { $hash }
trail-typed = Skrevet inn i programmet
trail-typed-by = Skrevet inn av { $who } { $when }
trail-typed-when = Skrevet inn { $when }
trail-go-to-row = Vis raden
trail-override = Overstyr…
keys-trail = F4
