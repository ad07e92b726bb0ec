<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ClusterQualityText</name>
    <message>
        <source>%1×</source>
        <comment>multiple, for instance 3.3×</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>figure and its interval</comment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Groundswell&apos;s ranking</source>
        <translation>Rangfolge von Groundswell</translation>
    </message>
    <message>
        <source>Taste alone</source>
        <translation>Nur der Geschmack</translation>
    </message>
    <message>
        <source>Who bought most</source>
        <translation>Wer am meisten gekauft hat</translation>
    </message>
    <message>
        <source>Who bought last</source>
        <translation>Wer zuletzt gekauft hat</translation>
    </message>
    <message>
        <source>Who bought similar events</source>
        <translation>Wer Ähnliches gekauft hat</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Groundswell&apos;s, without the event&apos;s own sales</source>
        <translation>Groundswell ohne Verkäufe dieser Veranstaltung</translation>
    </message>
    <message>
        <source>Does the best tenth hold more buyers than with “who bought most”?</source>
        <translation>Enthält das beste Zehntel mehr Käufer als bei „wer am meisten gekauft hat“?</translation>
    </message>
    <message>
        <source>Are buyers ranked above the others more often than with “who bought most”?</source>
        <translation>Stehen Käufer öfter vor den anderen als bei „wer am meisten gekauft hat“?</translation>
    </message>
    <message>
        <source>How many times as many buyers as with “who bought most”?</source>
        <translation>Wie viel Mal so viele Käufer wie bei „wer am meisten gekauft hat“?</translation>
    </message>
    <message>
        <source>Does that hold for an event without sales, too?</source>
        <translation>Gilt das auch für eine Veranstaltung ohne Verkäufe?</translation>
    </message>
    <message>
        <source>How many times as many buyers there?</source>
        <translation>Wie viel Mal so viele Käufer sind es dort?</translation>
    </message>
    <message>
        <source>Do the clusters stay the same with four fifths of the customers?</source>
        <translation>Bleiben die Cluster mit vier Fünfteln der Kunden gleich?</translation>
    </message>
    <message>
        <source>Do the clusters stay the same when they are computed anew?</source>
        <translation>Bleiben die Cluster gleich, wenn neu gerechnet wird?</translation>
    </message>
    <message>
        <source>Do clusters that are foretold to buy more do so?</source>
        <translation>Kaufen die Cluster mehr, von denen es erwartet wird?</translation>
    </message>
    <message>
        <source>How far are foretold buying rates from the real ones?</source>
        <translation>Wie weit weichen erwartete Kaufraten von den wirklichen ab?</translation>
    </message>
    <message>
        <source>How much more frequent in its cluster is what a label names?</source>
        <translation>Wie viel häufiger ist im Cluster, was sein Name nennt?</translation>
    </message>
    <message>
        <source>Has every cluster a label of its own?</source>
        <translation>Hat jedes Cluster einen eigenen Namen?</translation>
    </message>
    <message>
        <source>Do shuffled sales give as little as chance?</source>
        <translation>Ergeben vertauschte Verkäufe nicht mehr als der Zufall?</translation>
    </message>
    <message>
        <source>Are shuffled sales said to have no clear groups of taste?</source>
        <translation>Wird bei vertauschten Verkäufen gesagt, dass es keine klaren Geschmacksgruppen gibt?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>surely above %1</source>
        <translation>sicher über %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Too little was sold so far to judge the clusters by the past.</source>
        <translation>Bisher wurde zu wenig verkauft, um die Cluster an der Vergangenheit zu messen.</translation>
    </message>
    <message>
        <source>The best tenth of the customers held %1 as many buyers as a tenth by chance; ranked by “who bought most” it would have been %2.</source>
        <translation>Im besten Zehntel der Kunden waren %1 so viele Käufer wie in einem zufälligen Zehntel; nach „wer am meisten gekauft hat“ wären es %2 gewesen.</translation>
    </message>
    <message>
        <source>The difference is larger than chance would explain.</source>
        <translation>Der Unterschied ist größer, als der Zufall erklären könnte.</translation>
    </message>
    <message>
        <source>The difference may be chance.</source>
        <translation>Der Unterschied kann Zufall sein.</translation>
    </message>
    <message>
        <source>There are too few past events to be sure of the difference.</source>
        <translation>Es gibt zu wenige vergangene Veranstaltungen, um des Unterschieds sicher zu sein.</translation>
    </message>
    <message>
        <source>Your sales show no clear groups of taste: don&apos;t rely on the clusters&apos; names.</source>
        <translation>Ihre Verkäufe zeigen keine klaren Geschmacksgruppen: Verlassen Sie sich nicht auf die Namen der Cluster.</translation>
    </message>
    <message>
        <source>There are few sales to learn from: take the clusters as a first hint.</source>
        <translation>Es gibt erst wenige Verkäufe, aus denen gelernt werden kann: Nehmen Sie die Cluster als ersten Hinweis.</translation>
    </message>
    <message numerus="yes">
        <source>Tried on your own past: %n event(s) were foretold from the sales before, and compared with who bought. Ranges hold with 95% certainty.</source>
        <translation>
            <numerusform>An Ihrer eigenen Vergangenheit erprobt: %n Veranstaltung wurde aus den Verkäufen davor vorhergesagt und mit den Käufern verglichen. Die Spannen gelten mit 95 % Sicherheit.</numerusform>
            <numerusform>An Ihrer eigenen Vergangenheit erprobt: %n Veranstaltungen wurden aus den Verkäufen davor vorhergesagt und mit den Käufern verglichen. Die Spannen gelten mit 95 % Sicherheit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few data</source>
        <translation>Zu wenige Daten</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Replaying past events…</source>
        <translation>Vergangene Veranstaltungen werden nachgespielt …</translation>
    </message>
    <message>
        <source>Trying the clusters with fewer customers…</source>
        <translation>Die Cluster werden mit weniger Kunden erprobt …</translation>
    </message>
    <message>
        <source>Trying shuffled sales…</source>
        <translation>Vertauschte Verkäufe werden erprobt …</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>At least %1.</source>
        <translation>Mindestens %1.</translation>
    </message>
    <message>
        <source>At least %1: %2 a day × %3 × %4.</source>
        <translation>Mindestens %1: %2 am Tag × %3 × %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n Cluster</numerusform>
            <numerusform>%n Cluster</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1: %2 of what %3 at %4 each are worth.</source>
        <translation>Höchstens %1: %2 des Werts von %3 zu je %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n free seat(s)</source>
        <translation>
            <numerusform>%n freiem Platz</numerusform>
            <numerusform>%n freien Plätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1: more would only show the ads again to the same %2 people.</source>
        <translation>Höchstens %1: Mehr würde die Anzeigen nur denselben %2 Personen noch einmal zeigen.</translation>
    </message>
    <message>
        <source>No more than that, because every seat is sold.</source>
        <translation>Nicht mehr als das, denn alle Plätze sind verkauft.</translation>
    </message>
    <message>
        <source>No more than that, because there are too few people or free seats for a larger budget.</source>
        <translation>Nicht mehr als das, denn für ein größeres Budget gibt es zu wenige Personen oder freie Plätze.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>Höchstens %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of them buy, with or without an ad, as %n comparison(s) with past events showed</source>
        <translation>
            <numerusform>%1 von ihnen kaufen, mit oder ohne Anzeige, wie %n Vergleich mit einer vergangenen Veranstaltung zeigte</numerusform>
            <numerusform>%1 von ihnen kaufen, mit oder ohne Anzeige, wie %n Vergleiche mit vergangenen Veranstaltungen zeigten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them buy, with or without an ad</source>
        <translation>%1 von ihnen kaufen, mit oder ohne Anzeige</translation>
    </message>
    <message>
        <source>Past campaigns: %1 of %2 people bought where %3 were expected, so × %4</source>
        <translation>Vergangene Kampagnen: %1 von %2 Personen kauften, wo %3 erwartet wurden, also × %4</translation>
    </message>
    <message>
        <source>%1 a ticket, the list price</source>
        <translation>%1 je Ticket, der Listenpreis</translation>
    </message>
    <message>
        <source>%1 a ticket, the average of all your events</source>
        <translation>%1 je Ticket, der Durchschnitt all Ihrer Veranstaltungen</translation>
    </message>
    <message>
        <source>%1 a ticket, as was paid for this event so far</source>
        <translation>%1 je Ticket, wie bisher für diese Veranstaltung bezahlt</translation>
    </message>
    <message>
        <source>%1 of your customers may be shown ads</source>
        <translation>%1 Ihrer Kunden dürfen Anzeigen sehen</translation>
    </message>
    <message>
        <source>about 8 of 10 such forecasts were right within a factor of %1</source>
        <translation>etwa 8 von 10 solchen Vorhersagen trafen bis auf den Faktor %1 zu</translation>
    </message>
    <message>
        <source>%1 tickets for each buyer</source>
        <translation>%1 Tickets je Käufer</translation>
    </message>
    <message>
        <source>%1 free seats</source>
        <translation>%1 freie Plätze</translation>
    </message>
    <message>
        <source>%1 for a thousand views</source>
        <translation>%1 für tausend Einblendungen</translation>
    </message>
    <message>
        <source>%1 of the views are clicked</source>
        <translation>%1 der Einblendungen werden angeklickt</translation>
    </message>
    <message>
        <source>each person sees the ad %1 times</source>
        <translation>jede Person sieht die Anzeige %1 Mal</translation>
    </message>
    <message>
        <source>the platform finds %1 similar people for each customer</source>
        <translation>die Plattform findet %1 ähnliche Personen je Kunde</translation>
    </message>
    <message>
        <source>similar people buy %1 as often as your customers</source>
        <translation>ähnliche Personen kaufen %1 so oft wie Ihre Kunden</translation>
    </message>
    <message>
        <source>%1 (your figure)</source>
        <translation>%1 (Ihre Angabe)</translation>
    </message>
</context>
<context>
    <name>groundswell::ActionTable</name>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Veranstaltungen</translation>
    </message>
    <message>
        <source>&amp;Import ticketing data…</source>
        <translation>Ticketdaten &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Find an event</source>
        <translation>Veranstaltung &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Packages &amp;&amp; attribution</source>
        <translation>&amp;Pakete &amp;&amp; Attribution</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Version &amp;history…</source>
        <translation>&amp;Versionsverlauf …</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>Jetzt &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>New from &amp;sample</source>
        <translation>Neu aus dem &amp;Beispiel</translation>
    </message>
    <message>
        <source>&amp;Connect to a Wave service…</source>
        <translation>Mit einem Wave-Dienst &amp;verbinden …</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>Anordnung zurück&amp;setzen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Go to step 1</source>
        <translation>Zu Schritt 1 gehen</translation>
    </message>
    <message>
        <source>Go to step 2</source>
        <translation>Zu Schritt 2 gehen</translation>
    </message>
    <message>
        <source>Go to step 3</source>
        <translation>Zu Schritt 3 gehen</translation>
    </message>
    <message>
        <source>Go to step 4</source>
        <translation>Zu Schritt 4 gehen</translation>
    </message>
    <message>
        <source>Go to step 5</source>
        <translation>Zu Schritt 5 gehen</translation>
    </message>
    <message>
        <source>Go to step 6</source>
        <translation>Zu Schritt 6 gehen</translation>
    </message>
    <message>
        <source>Go to step 7</source>
        <translation>Zu Schritt 7 gehen</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Next thing to fix</source>
        <translation>Nächstes zu Behebendes</translation>
    </message>
    <message>
        <source>Fill the column of ads down</source>
        <translation>Spalte der Anzeigen nach unten ausfüllen</translation>
    </message>
</context>
<context>
    <name>groundswell::AdPreview</name>
    <message>
        <source>Preview of the ad</source>
        <translation>Vorschau der Anzeige</translation>
    </message>
    <message>
        <source>As a post in the feed.</source>
        <translation>Als Beitrag im Feed.</translation>
    </message>
    <message>
        <source>As a story.</source>
        <translation>Als Story.</translation>
    </message>
    <message>
        <source>No picture or video chosen yet.</source>
        <translation>Noch kein Bild oder Video gewählt.</translation>
    </message>
    <message>
        <source>%1 See more</source>
        <translation>%1 Mehr ansehen</translation>
    </message>
    <message>
        <source>Your page</source>
        <translation>Ihre Seite</translation>
    </message>
    <message>
        <source>Sponsored</source>
        <translation>Gesponsert</translation>
    </message>
    <message>
        <source>The file can’t be shown here.</source>
        <translation>Die Datei kann hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>No picture or video yet</source>
        <translation>Noch kein Bild oder Video</translation>
    </message>
    <message>
        <source>no link yet</source>
        <translation>noch kein Link</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
</context>
<context>
    <name>groundswell::AssetsForm</name>
    <message>
        <source>Ad accounts</source>
        <translation>Werbekonten</translation>
    </message>
    <message>
        <source>Where the campaigns will run. Copy the numbers from your ad platform; nothing is sent there.</source>
        <translation>Wo die Kampagnen laufen werden. Übernehmen Sie die Nummern aus Ihrer Werbeplattform; dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Ad account</source>
        <translation>Werbekonto</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1: add a row</source>
        <translation>%1: Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1: remove the selected row</source>
        <translation>%1: gewählte Zeile entfernen</translation>
    </message>
    <message>
        <source>Select a row in the table.</source>
        <translation>Wählen Sie in der Tabelle eine Zeile aus.</translation>
    </message>
</context>
<context>
    <name>groundswell::AssetsModel</name>
    <message>
        <source>Number, for instance %1</source>
        <translation>Nummer, zum Beispiel %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>groundswell::AttentionStrip</name>
    <message>
        <source>Sold out soon</source>
        <translation>Bald ausverkauft</translation>
    </message>
    <message>
        <source>Review campaign</source>
        <translation>Kampagne prüfen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Draft not published</source>
        <translation>Entwurf nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Continue draft</source>
        <translation>Entwurf fortsetzen</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>Noch keine Kampagne</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n Tag</numerusform>
            <numerusform>In %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 seats left</source>
        <translation>%1 · noch %2 Plätze</translation>
    </message>
    <message>
        <source>Events that need something</source>
        <translation>Veranstaltungen, die etwas brauchen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>groundswell::AttributionPanel</name>
    <message>
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>Attribution is counted for finished packages.</source>
        <translation>Die Attribution wird für fertige Pakete gezählt.</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Results by taste cluster</source>
        <translation>Ergebnisse nach Taste-Cluster</translation>
    </message>
    <message>
        <source>Taste cluster</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Neu auswerten</translation>
    </message>
    <message>
        <source>Evaluate again with these settings</source>
        <translation>Mit diesen Einstellungen neu auswerten</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>Window from the sending day</source>
        <translation>Zeitraum ab dem Versandtag</translation>
    </message>
    <message>
        <source>E-mail sent on</source>
        <translation>E-Mail versandt am</translation>
    </message>
    <message>
        <source>The attribution settings couldn&apos;t be loaded.</source>
        <translation>Die Einstellungen der Attribution konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>The attribution couldn&apos;t be loaded.</source>
        <translation>Die Attribution konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Counted once</source>
        <translation>Einmal gezählt</translation>
    </message>
    <message>
        <source>The package couldn&apos;t be evaluated again.</source>
        <translation>Das Paket konnte nicht neu ausgewertet werden.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Say when the e-mail was sent, and the purchases since then are counted here.</source>
        <translation>Geben Sie an, wann die E-Mail versandt wurde; die Käufe seitdem werden hier gezählt.</translation>
    </message>
    <message>
        <source>The service counts each taste cluster by itself; see the table.</source>
        <translation>Der Dienst zählt jedes Taste-Cluster für sich; siehe Tabelle.</translation>
    </message>
    <message>
        <source>%1 tickets in %2 purchases, %3</source>
        <translation>%1 Tickets in %2 Käufen, %3</translation>
    </message>
    <message>
        <source>Provisional: day %1 of %2, the window is still open.</source>
        <translation>Vorläufig: Tag %1 von %2, der Zeitraum läuft noch.</translation>
    </message>
    <message>
        <source>Provisional: the window is still open.</source>
        <translation>Vorläufig: Der Zeitraum läuft noch.</translation>
    </message>
    <message>
        <source>Few bought: the differences between clusters may be chance.</source>
        <translation>Wenige kauften: Die Unterschiede zwischen den Clustern können Zufall sein.</translation>
    </message>
    <message>
        <source>This counts what came after the e-mail, not what came because of it.</source>
        <translation>Gezählt wird, was nach der E-Mail kam, nicht was ihretwegen kam.</translation>
    </message>
    <message numerus="yes">
        <source>%1 customers bought within %n day(s) of the e-mail: %2.</source>
        <translation>
            <numerusform>%1 Kunden kauften innerhalb von %n Tag nach der E-Mail: %2.</numerusform>
            <numerusform>%1 Kunden kauften innerhalb von %n Tagen nach der E-Mail: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 customers bought within %n day(s) of the e-mail, %3 (95% interval %4 to %5): %6.</source>
        <translation>
            <numerusform>%1 von %2 Kunden kauften innerhalb von %n Tag nach der E-Mail, %3 (95-%-Intervall %4 bis %5): %6.</numerusform>
            <numerusform>%1 von %2 Kunden kauften innerhalb von %n Tagen nach der E-Mail, %3 (95-%-Intervall %4 bis %5): %6.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change one of the settings to evaluate again.</source>
        <translation>Ändern Sie eine der Einstellungen, um neu auszuwerten.</translation>
    </message>
    <message>
        <source>Choose which purchases count.</source>
        <translation>Wählen Sie, welche Käufe zählen.</translation>
    </message>
</context>
<context>
    <name>groundswell::AudiencePackage</name>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>The customer lists were deleted</source>
        <translation>Die Kundenlisten wurden gelöscht</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>Being built</source>
        <translation>Wird erstellt</translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation>Läuft heute ab</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Läuft in %n Tag ab</numerusform>
            <numerusform>Läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>The package couldn&apos;t be built. Regenerate it to try again.</source>
        <translation>Das Paket konnte nicht erstellt werden. Erzeugen Sie es neu, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>The package couldn&apos;t be built (%1). Regenerate it to try again.</source>
        <translation>Das Paket konnte nicht erstellt werden (%1). Erzeugen Sie es neu, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Selective: fits all of the events</source>
        <translation>Selektiv: passt zu allen Veranstaltungen</translation>
    </message>
    <message>
        <source>Inclusive: fits most of the events</source>
        <translation>Inklusiv: passt zu den meisten Veranstaltungen</translation>
    </message>
    <message>
        <source>Building was stopped. Regenerate the package to start again.</source>
        <translation>Das Erstellen wurde abgebrochen. Erzeugen Sie das Paket neu, um von vorn zu beginnen.</translation>
    </message>
    <message>
        <source>The customer lists couldn&apos;t be deleted yet</source>
        <translation>Die Kundenlisten konnten noch nicht gelöscht werden</translation>
    </message>
    <message>
        <source>The package has expired, but its customer lists couldn&apos;t be deleted. It is tried again every few minutes.</source>
        <translation>Das Paket ist abgelaufen, aber seine Kundenlisten konnten nicht gelöscht werden. Es wird alle paar Minuten erneut versucht.</translation>
    </message>
</context>
<context>
    <name>groundswell::CampaignEditDialog</name>
    <message>
        <source>Edit a published campaign</source>
        <translation>Eine veröffentlichte Kampagne bearbeiten</translation>
    </message>
    <message>
        <source>Edit campaign</source>
        <translation>Kampagne bearbeiten</translation>
    </message>
    <message>
        <source>The campaign couldn&apos;t be changed.</source>
        <translation>Die Kampagne konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether the campaign was changed: %1 Saving once more does no harm.</source>
        <translation>Es steht nicht fest, ob die Kampagne geändert wurde: %1 Noch einmal zu speichern schadet nicht.</translation>
    </message>
</context>
<context>
    <name>groundswell::CampaignWizard</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Campaign setup</source>
        <translation>Kampagneneinrichtung</translation>
    </message>
    <message>
        <source>Goal &amp; budget</source>
        <translation>Ziel &amp; Budget</translation>
    </message>
    <message>
        <source>Taste clusters</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Targeting</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Ad transparency</source>
        <translation>Anzeigentransparenz</translation>
    </message>
    <message>
        <source>Review &amp; publish</source>
        <translation>Prüfen &amp; veröffentlichen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>There is nothing left to fix.</source>
        <translation>Es ist nichts mehr zu beheben.</translation>
    </message>
    <message numerus="yes">
        <source>Prepare %n campaign(s)</source>
        <translation>
            <numerusform>%n Kampagne vorbereiten</numerusform>
            <numerusform>%n Kampagnen vorbereiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %n campaign(s)</source>
        <translation>
            <numerusform>%n Kampagne veröffentlichen</numerusform>
            <numerusform>%n Kampagnen veröffentlichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Wird veröffentlicht …</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix first. F8 leads from one to the next.</source>
        <translation>
            <numerusform>Vorher ist noch %n Punkt zu beheben. F8 führt hin.</numerusform>
            <numerusform>Vorher sind noch %n Punkte zu beheben. F8 führt von einem zum nächsten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The campaigns are being prepared. Nothing can be changed until that is done.</source>
        <translation>Die Kampagnen werden gerade vorbereitet. Bis das fertig ist, lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>The campaigns are being published. Nothing can be changed until the service has answered.</source>
        <translation>Die Kampagnen werden gerade veröffentlicht. Bis der Dienst geantwortet hat, lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>The campaigns are published. They are edited one by one on the event’s page.</source>
        <translation>Die Kampagnen sind veröffentlicht. Sie werden einzeln auf der Seite der Veranstaltung bearbeitet.</translation>
    </message>
    <message>
        <source>This setup is being edited in another window of Groundswell. Here it can only be read.</source>
        <translation>Diese Einrichtung wird in einem anderen Fenster von Groundswell bearbeitet. Hier kann sie nur gelesen werden.</translation>
    </message>
</context>
<context>
    <name>groundswell::CampaignsPanel</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Ready for hand-over</source>
        <translation>Bereit zur Übergabe</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>There is no ad platform behind this workspace: the campaigns are complete and ready to be handed over. Impressions and clicks stay unknown here.</source>
        <translation>Hinter diesem Arbeitsbereich steht keine Werbeplattform: Die Kampagnen sind vollständig und bereit zur Übergabe. Impressionen und Klicks bleiben hier unbekannt.</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Pause all campaigns</source>
        <translation>Alle Kampagnen pausieren</translation>
    </message>
    <message>
        <source>Resume all campaigns</source>
        <translation>Alle Kampagnen fortsetzen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Budget %1 · %2</source>
        <translation>Budget %1 · %2</translation>
    </message>
    <message>
        <source>Tickets %1 · Revenue %2 · Spent %3 · ROAS %4</source>
        <translation>Tickets %1 · Umsatz %2 · Ausgegeben %3 · ROAS %4</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Edit the campaign for %1</source>
        <translation>Kampagne für %1 bearbeiten</translation>
    </message>
    <message>
        <source>Ad spend…</source>
        <translation>Werbeausgaben …</translation>
    </message>
    <message>
        <source>Type in the ad spend</source>
        <translation>Werbeausgaben eintragen</translation>
    </message>
</context>
<context>
    <name>groundswell::CapacityBar</name>
    <message>
        <source>— sold</source>
        <translation>— verkauft</translation>
    </message>
    <message>
        <source>%1 sold</source>
        <translation>%1 verkauft</translation>
    </message>
    <message>
        <source>%1 of %2 sold (%3%)</source>
        <translation>%1 von %2 verkauft (%3 %)</translation>
    </message>
</context>
<context>
    <name>groundswell::ChipButton</name>
    <message>
        <source>%1, excluded</source>
        <translation>%1, ausgeschlossen</translation>
    </message>
    <message>
        <source>Press Delete to remove.</source>
        <translation>Mit der Taste Entf entfernen.</translation>
    </message>
</context>
<context>
    <name>groundswell::ChosenClusterModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n Punkt zu beheben</numerusform>
            <numerusform>%n Punkte zu beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, complete</source>
        <translation>%1, vollständig</translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterChoiceDelegate</name>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Bought %1</source>
        <translation>Kauften %1</translation>
    </message>
    <message>
        <source>%1 likely to buy</source>
        <translation>%1 kaufen wahrscheinlich</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>%1 of budget</source>
        <translation>%1 vom Budget</translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterChoiceModel</name>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>likelihood %1</source>
        <translation>Wahrscheinlichkeit %1</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>Computed in run %1</source>
        <translation>Berechnet in Lauf %1</translation>
    </message>
    <message>
        <source>Not among the newest clusters; computed in run %1</source>
        <translation>Nicht unter den neuesten Clustern; berechnet in Lauf %1</translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterDetailPane</name>
    <message>
        <source>They belong together because they bought</source>
        <translation>Sie gehören zusammen, weil sie kauften</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Gleichmäßig verteilen</translation>
    </message>
    <message>
        <source>Details of the cluster</source>
        <translation>Einzelheiten des Clusters</translation>
    </message>
    <message>
        <source>Explaining events</source>
        <translation>Erklärende Veranstaltungen</translation>
    </message>
    <message>
        <source>Split the budget evenly</source>
        <translation>Das Budget gleichmäßig verteilen</translation>
    </message>
    <message>
        <source>&amp;Share of the budget</source>
        <translation>&amp;Anteil am Budget</translation>
    </message>
    <message>
        <source>Select a cluster to see who they are.</source>
        <translation>Wählen Sie ein Cluster, um zu sehen, wer dazugehört.</translation>
    </message>
    <message>
        <source>Computed in run %1</source>
        <translation>Berechnet in Lauf %1</translation>
    </message>
    <message>
        <source>This cluster comes from an earlier computation (run %1) and is no longer offered.</source>
        <translation>Dieses Cluster stammt aus einer früheren Berechnung (Lauf %1) und wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>About %1 of them would buy a ticket.</source>
        <translation>Etwa %1 von ihnen würden ein Ticket kaufen.</translation>
    </message>
    <message>
        <source>Their taste matches by %1.</source>
        <translation>Ihr Geschmack passt zu %1.</translation>
    </message>
    <message>
        <source>%1 people, %2 of those you can reach.</source>
        <translation>%1 Personen, %2 der für Sie erreichbaren.</translation>
    </message>
    <message>
        <source>%1 people.</source>
        <translation>%1 Personen.</translation>
    </message>
    <message numerus="yes">
        <source>Expected with this plan: about %n ticket(s).</source>
        <translation>
            <numerusform>Mit diesem Plan erwartet: etwa %n Ticket.</numerusform>
            <numerusform>Mit diesem Plan erwartet: etwa %n Tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>Split evenly.</source>
        <translation>Gleichmäßig verteilt.</translation>
    </message>
    <message>
        <source>Give every cluster its least amount</source>
        <translation>Jedem Cluster seinen Mindestbetrag geben</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>%1 von %2.</translation>
    </message>
    <message>
        <source>Split evenly: %1 of %2.</source>
        <translation>Gleichmäßig verteilt: %1 von %2.</translation>
    </message>
    <message>
        <source>%1 is too little: at least %2 is needed.</source>
        <translation>%1 sind zu wenig: Mindestens %2 sind nötig.</translation>
    </message>
    <message>
        <source>It gets nothing of the budget.</source>
        <translation>Es bekommt nichts vom Budget.</translation>
    </message>
    <message>
        <source>Raise it to %1</source>
        <translation>Auf %1 anheben</translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterEditor</name>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Edit a published cluster</source>
        <translation>Ein veröffentlichtes Cluster bearbeiten</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Variants of the ad</source>
        <translation>Varianten der Anzeige</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Targeting</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>Variante %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix first.</source>
        <translation>
            <numerusform>Vorher ist noch %n Punkt zu beheben.</numerusform>
            <numerusform>Vorher sind noch %n Punkte zu beheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no changes to save.</source>
        <translation>Es gibt keine Änderungen zu speichern.</translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterQualityDialog</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>How good are these clusters?</source>
        <translation>Wie gut sind diese Cluster?</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Who buys</source>
        <translation>Wer kauft</translation>
    </message>
    <message>
        <source>All checks</source>
        <translation>Alle Prüfungen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Buyers in the best tenth of the customers, as a multiple of chance, by how the customers are ranked</source>
        <translation>Käufer im besten Zehntel der Kunden als Vielfaches des Zufalls, je nachdem, wonach die Kunden geordnet sind</translation>
    </message>
    <message>
        <source>Rankings compared</source>
        <translation>Rangfolgen im Vergleich</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Geordnet nach</translation>
    </message>
    <message>
        <source>Multiple of chance</source>
        <translation>Vielfaches des Zufalls</translation>
    </message>
    <message>
        <source>Buyer above another (AUC)</source>
        <translation>Käufer vor anderen (AUC)</translation>
    </message>
    <message>
        <source>Your past events are being replayed. You may close this window; the work goes on.</source>
        <translation>Ihre vergangenen Veranstaltungen werden nachgespielt. Sie können dieses Fenster schließen; die Arbeit geht weiter.</translation>
    </message>
    <message>
        <source>The replay was stopped.</source>
        <translation>Das Nachspielen wurde angehalten.</translation>
    </message>
    <message>
        <source>The figures couldn&apos;t be loaded.</source>
        <translation>Die Zahlen konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>The replay couldn&apos;t be finished.</source>
        <translation>Das Nachspielen konnte nicht beendet werden.</translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterSidebar</name>
    <message>
        <source>Chosen clusters</source>
        <translation>Gewählte Cluster</translation>
    </message>
    <message>
        <source>Taste clusters</source>
        <translation>Taste-Cluster</translation>
    </message>
</context>
<context>
    <name>groundswell::ClustersPage</name>
    <message>
        <source>Who should hear about it?</source>
        <translation>Wer soll davon erfahren?</translation>
    </message>
    <message>
        <source>People who bought alike form a taste cluster. Each chosen cluster gets its own ad.</source>
        <translation>Menschen, die ähnlich gekauft haben, bilden ein Taste-Cluster. Jedes gewählte Cluster bekommt seine eigene Anzeige.</translation>
    </message>
    <message>
        <source>Choose the suggested ones</source>
        <translation>Vorgeschlagene wählen</translation>
    </message>
    <message>
        <source>There are no taste clusters for this event yet.</source>
        <translation>Für diese Veranstaltung gibt es noch keine Taste-Cluster.</translation>
    </message>
    <message>
        <source>Search the clusters</source>
        <translation>Cluster durchsuchen</translation>
    </message>
    <message>
        <source>Search clusters and events</source>
        <translation>Cluster und Veranstaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Choose the suggested clusters</source>
        <translation>Die vorgeschlagenen Cluster wählen</translation>
    </message>
    <message>
        <source>Taste clusters</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>The clusters couldn’t be loaded.</source>
        <translation>Die Cluster konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>They are computed from past sales. Import more sales or check that the event has artists, works or a genre.</source>
        <translation>Sie werden aus früheren Verkäufen berechnet. Importieren Sie weitere Verkäufe oder prüfen Sie, ob die Veranstaltung Künstler, Werke oder ein Genre hat.</translation>
    </message>
    <message>
        <source>Your audience does not fall into clear taste groups, so these clusters differ little.</source>
        <translation>Ihr Publikum zerfällt nicht in klare Geschmacksgruppen; diese Cluster unterscheiden sich daher wenig.</translation>
    </message>
    <message>
        <source>There are few sales to learn from, so these clusters are uncertain.</source>
        <translation>Es gibt wenige Verkäufe, aus denen sich lernen lässt; diese Cluster sind daher unsicher.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>%1 · %2 people</source>
        <translation>%1 · %2 Personen</translation>
    </message>
    <message>
        <source>There are newer clusters. This setup stays on those it was planned with.</source>
        <translation>Es gibt neuere Cluster. Diese Einrichtung bleibt bei denen, mit denen sie geplant wurde.</translation>
    </message>
    <message>
        <source>Compare and move…</source>
        <translation>Vergleichen und umstellen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Which clusters to suggest is being worked out…</source>
        <translation>Welche Cluster vorgeschlagen werden, wird berechnet …</translation>
    </message>
    <message>
        <source>There are no suggestions.</source>
        <translation>Es gibt keine Vorschläge.</translation>
    </message>
</context>
<context>
    <name>groundswell::ClustersPanel</name>
    <message>
        <source>Your sales show no clear groups of taste for this event: the clusters below overlap.</source>
        <translation>Ihre Verkäufe zeigen für diese Veranstaltung keine klaren Geschmacksgruppen: Die Cluster überschneiden sich.</translation>
    </message>
    <message>
        <source>Few tickets were sold so far: the clusters rest on little and may change.</source>
        <translation>Bisher wurden wenige Tickets verkauft: Die Cluster beruhen auf wenig und können sich ändern.</translation>
    </message>
    <message>
        <source>Take these clusters with care: they rest on little data.</source>
        <translation>Nehmen Sie diese Cluster mit Vorsicht: Sie beruhen auf wenigen Daten.</translation>
    </message>
    <message>
        <source>Because they bought %1</source>
        <translation>Weil sie %1 kauften</translation>
    </message>
    <message>
        <source>Taste clusters</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>There are no taste clusters for this event yet: too little was sold to tell.</source>
        <translation>Für diese Veranstaltung gibt es noch keine Taste-Cluster: Es wurde zu wenig verkauft, um etwas zu sagen.</translation>
    </message>
    <message>
        <source>tc %1, run %2</source>
        <translation>tc %1, Lauf %2</translation>
    </message>
    <message>
        <source>Fit %1</source>
        <translation>Passung %1</translation>
    </message>
    <message>
        <source>%1 people · %2</source>
        <translation>%1 Personen · %2</translation>
    </message>
    <message>
        <source>Reach unknown</source>
        <translation>Reichweite unbekannt</translation>
    </message>
    <message>
        <source>How many of your reachable customers belong to it, and their share of all you can reach.</source>
        <translation>Wie viele Ihrer erreichbaren Kunden dazugehören, und ihr Anteil an allen erreichbaren.</translation>
    </message>
    <message>
        <source>%1 likely to buy</source>
        <translation>%1 kaufen wahrscheinlich</translation>
    </message>
    <message>
        <source>Compared with the best cluster</source>
        <translation>Verglichen mit dem besten Cluster</translation>
    </message>
    <message>
        <source>These are newer than the clusters of your draft, which stays on its own.</source>
        <translation>Diese sind neuer als die Cluster Ihres Entwurfs, der bei seinen bleibt.</translation>
    </message>
    <message>
        <source>Compare and move…</source>
        <translation>Vergleichen und umstellen …</translation>
    </message>
    <message>
        <source>How good are they?</source>
        <translation>Wie gut sind sie?</translation>
    </message>
    <message>
        <source>How good are these clusters?</source>
        <translation>Wie gut sind diese Cluster?</translation>
    </message>
    <message>
        <source>The taste clusters are being computed anew.</source>
        <translation>Die Taste-Cluster werden gerade neu berechnet.</translation>
    </message>
</context>
<context>
    <name>groundswell::CompareDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>groundswell::ComparisonModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>groundswell::ComparisonTable</name>
    <message>
        <source>Differences field by field</source>
        <translation>Unterschiede Feld für Feld</translation>
    </message>
</context>
<context>
    <name>groundswell::ConflictDialog</name>
    <message>
        <source>Compare the two versions</source>
        <translation>Die beiden Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Which version should stay?</source>
        <translation>Welche Fassung soll bleiben?</translation>
    </message>
    <message>
        <source>Use this choice</source>
        <translation>Diese Auswahl übernehmen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meine: %1</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Die andere: %1</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation>%1, meine: %2</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, die andere: %2</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Someone else changed the same fields as you. Everything else has been merged already, and both versions are kept in the version history.</source>
        <translation>Jemand anderes hat dieselben Felder geändert wie Sie. Alles andere ist bereits zusammengeführt, und beide Fassungen bleiben im Versionsverlauf erhalten.</translation>
    </message>
    <message>
        <source>Mine everywhere</source>
        <translation>Überall meine</translation>
    </message>
    <message>
        <source>Theirs everywhere</source>
        <translation>Überall die andere</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
</context>
<context>
    <name>groundswell::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to a Wave service</source>
        <translation>Mit einem Wave-Dienst verbinden</translation>
    </message>
    <message>
        <source>Which service do you work with?</source>
        <translation>Mit welchem Dienst arbeiten Sie?</translation>
    </message>
    <message>
        <source>Signing in with user name and password isn&apos;t offered yet. With an access token from your service you can work right away; it is kept until you close the program.</source>
        <translation>Die Anmeldung mit Benutzername und Passwort gibt es noch nicht. Mit einem Zugangstoken Ihres Dienstes können Sie sofort arbeiten; es wird behalten, bis Sie das Programm schließen.</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>For instance https://wave.example.com/api/v3</source>
        <translation>Zum Beispiel https://wave.example.com/api/v3</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Only needed where your token belongs to more than one.</source>
        <translation>Nur nötig, wenn Ihr Token zu mehreren gehört.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This needs a full address that begins with https://.</source>
        <translation>Hier wird eine vollständige Adresse gebraucht, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Enter the service&apos;s address and a token.</source>
        <translation>Geben Sie die Adresse des Dienstes und ein Token ein.</translation>
    </message>
</context>
<context>
    <name>groundswell::CreatePackageDialog</name>
    <message>
        <source>Build package</source>
        <translation>Paket erstellen</translation>
    </message>
    <message>
        <source>Build a package</source>
        <translation>Ein Paket erstellen</translation>
    </message>
    <message>
        <source>Which events should the e-mail sell?</source>
        <translation>Für welche Veranstaltungen soll die E-Mail werben?</translation>
    </message>
    <message>
        <source>Groundswell picks those of your customers who fit these events, grouped by why they would come. The more events, the fewer customers fit.</source>
        <translation>Groundswell wählt die Kunden, die zu diesen Veranstaltungen passen, gruppiert danach, warum sie kämen. Je mehr Veranstaltungen, desto weniger Kunden passen.</translation>
    </message>
    <message>
        <source>Autumn concerts</source>
        <translation>Herbstkonzerte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the package</source>
        <translation>Name des Pakets</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Find an upcoming event</source>
        <translation>Kommende Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Upcoming events; check those for the package</source>
        <translation>Kommende Veranstaltungen; haken Sie die für das Paket an</translation>
    </message>
    <message>
        <source>Selective</source>
        <translation>Selektiv</translation>
    </message>
    <message>
        <source>Only customers who fit all of the events. Smaller, closer.</source>
        <translation>Nur Kunden, die zu allen Veranstaltungen passen. Kleiner, näher.</translation>
    </message>
    <message>
        <source>Inclusive</source>
        <translation>Inklusiv</translation>
    </message>
    <message>
        <source>Customers who fit most of the events. Larger, wider.</source>
        <translation>Kunden, die zu den meisten Veranstaltungen passen. Größer, weiter.</translation>
    </message>
    <message>
        <source>Check one event or more.</source>
        <translation>Haken Sie mindestens eine Veranstaltung an.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) chosen.</source>
        <translation>
            <numerusform>%n Veranstaltung gewählt.</numerusform>
            <numerusform>%n Veranstaltungen gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The package couldn&apos;t be built.</source>
        <translation>Das Paket konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Check one event or more, and name the package.</source>
        <translation>Kreuzen Sie mindestens eine Veranstaltung an und benennen Sie das Paket.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Whether the package is being built could not be found out: %1</source>
        <translation>Ob das Paket erstellt wird, ließ sich nicht herausfinden: %1</translation>
    </message>
    <message>
        <source>It isn&apos;t known yet whether the package is being built. %1 The service is asked until it says so.</source>
        <translation>Ob das Paket erstellt wird, steht noch nicht fest. %1 Der Dienst wird gefragt, bis er es sagt.</translation>
    </message>
</context>
<context>
    <name>groundswell::CreativeForm</name>
    <message>
        <source>Use this for all clusters: %1</source>
        <translation>Für alle Cluster übernehmen: %1</translation>
    </message>
    <message>
        <source>Use this for all clusters</source>
        <translation>Für alle Cluster übernehmen</translation>
    </message>
    <message>
        <source>“%1” is neither a picture nor a video that the ad platform takes. Choose a JPG, PNG, MP4, MOV or GIF file.</source>
        <translation>„%1“ ist weder ein Bild noch ein Video, das die Werbeplattform annimmt. Wählen Sie eine JPG-, PNG-, MP4-, MOV- oder GIF-Datei.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>groundswell::CreativeMatrix</name>
    <message>
        <source>Button</source>
        <translation>Schaltfläche</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Ads of all clusters</source>
        <translation>Anzeigen aller Cluster</translation>
    </message>
    <message>
        <source>Use the selected text for all rows below</source>
        <translation>Den gewählten Text für alle Zeilen darunter übernehmen</translation>
    </message>
    <message>
        <source>Use the selected text for all rows below (%1)</source>
        <translation>Den gewählten Text für alle Zeilen darunter übernehmen (%1)</translation>
    </message>
    <message>
        <source>Type into a cell, or paste rows from a spreadsheet.</source>
        <translation>Schreiben Sie in eine Zelle oder fügen Sie Zeilen aus einer Tabelle ein.</translation>
    </message>
</context>
<context>
    <name>groundswell::CreativeMatrixModel</name>
    <message>
        <source>%1, variant %2</source>
        <translation>%1, Variante %2</translation>
    </message>
    <message>
        <source>Taste cluster</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>Fill in several ads</source>
        <translation>Mehrere Anzeigen ausfüllen</translation>
    </message>
</context>
<context>
    <name>groundswell::CreativePage</name>
    <message>
        <source>What should each cluster see?</source>
        <translation>Was soll jedes Cluster sehen?</translation>
    </message>
    <message>
        <source>Write to each cluster in its own words. The preview shows where the platform cuts.</source>
        <translation>Sprechen Sie jedes Cluster mit seinen eigenen Worten an. Die Vorschau zeigt, wo die Plattform kürzt.</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>Variante hinzufügen</translation>
    </message>
    <message>
        <source>Remove variant</source>
        <translation>Variante entfernen</translation>
    </message>
    <message>
        <source>Use this ad for all clusters</source>
        <translation>Diese Anzeige für alle Cluster übernehmen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>All as a table</source>
        <translation>Alle als Tabelle</translation>
    </message>
    <message>
        <source>Variants of the ad</source>
        <translation>Varianten der Anzeige</translation>
    </message>
    <message>
        <source>Add a variant of the ad</source>
        <translation>Eine Variante der Anzeige hinzufügen</translation>
    </message>
    <message>
        <source>Remove this variant</source>
        <translation>Diese Variante entfernen</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>Variante %1</translation>
    </message>
    <message>
        <source>Use an ad for all clusters</source>
        <translation>Eine Anzeige für alle Cluster übernehmen</translation>
    </message>
    <message>
        <source>Use a text for all clusters</source>
        <translation>Einen Text für alle Cluster übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Used for %n cluster(s).</source>
        <translation>
            <numerusform>Für %n Cluster übernommen.</numerusform>
            <numerusform>Für %n Cluster übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a cluster first.</source>
        <translation>Wählen Sie zuerst ein Cluster.</translation>
    </message>
</context>
<context>
    <name>groundswell::DayEdit</name>
    <message>
        <source>Choose a day</source>
        <translation>Einen Tag wählen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>groundswell::DeliveryPanel</name>
    <message>
        <source>Pause campaigns that no longer pay off</source>
        <translation>Kampagnen pausieren, die sich nicht mehr lohnen</translation>
    </message>
    <message>
        <source>Prefer the ads that work best</source>
        <translation>Die wirksamsten Anzeigen bevorzugen</translation>
    </message>
    <message>
        <source>Delivery and attribution</source>
        <translation>Ausspielung und Attribution</translation>
    </message>
    <message>
        <source>The service may pause a campaign when nearly all tickets are sold or its return falls too low.</source>
        <translation>Der Dienst darf eine Kampagne pausieren, wenn fast alle Tickets verkauft sind oder ihr Ertrag zu niedrig wird.</translation>
    </message>
    <message>
        <source>Results are counted by</source>
        <translation>Ergebnisse zählt</translation>
    </message>
    <message>
        <source>The service doesn&apos;t offer this for the event.</source>
        <translation>Der Dienst bietet das für diese Veranstaltung nicht an.</translation>
    </message>
</context>
<context>
    <name>groundswell::DisclosureCard</name>
    <message>
        <source>How the public sees it</source>
        <translation>So sieht es die Öffentlichkeit</translation>
    </message>
    <message>
        <source>About this ad</source>
        <translation>Über diese Anzeige</translation>
    </message>
    <message>
        <source>What people read when they ask why they see it:</source>
        <translation>Was jemand liest, der fragt, warum er sie sieht:</translation>
    </message>
    <message>
        <source>Paid for by</source>
        <translation>Bezahlt von</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Im Namen von</translation>
    </message>
</context>
<context>
    <name>groundswell::DraftNotices</name>
    <message numerus="yes">
        <source>%n change(s) from %1 were recovered: %2.</source>
        <translation>
            <numerusform>%n Änderung vom %1 wurde wiederhergestellt: %2.</numerusform>
            <numerusform>%n Änderungen vom %1 wurden wiederhergestellt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Recovered changes</source>
        <translation>Wiederhergestellte Änderungen</translation>
    </message>
    <message>
        <source>They were typed on this computer at %1 and hadn’t reached the service when the program ended.</source>
        <translation>Sie wurden am %1 auf diesem Rechner eingegeben und hatten den Dienst noch nicht erreicht, als das Programm endete.</translation>
    </message>
    <message>
        <source>On the service when it was opened</source>
        <translation>Im Dienst beim Öffnen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Discard the recovered changes</source>
        <translation>Wiederhergestellte Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Keep the recovered changes</source>
        <translation>Wiederhergestellte Änderungen behalten</translation>
    </message>
    <message numerus="yes">
        <source>Someone else changed this setup. %n field(s) were taken over: %1.</source>
        <translation>
            <numerusform>Jemand anderes hat diese Einrichtung geändert. %n Feld wurde übernommen: %1.</numerusform>
            <numerusform>Jemand anderes hat diese Einrichtung geändert. %n Felder wurden übernommen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version history…</source>
        <translation>Versionsverlauf …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Someone else changed the same fields. Both versions are kept.</source>
        <translation>Jemand anderes hat dieselben Felder geändert. Beide Fassungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>The service holds something else than you entered: %1.</source>
        <translation>Der Dienst hat etwas anderes gespeichert, als Sie eingegeben haben: %1.</translation>
    </message>
    <message>
        <source>Changed by the service</source>
        <translation>Vom Dienst geändert</translation>
    </message>
    <message>
        <source>The service took your changes and stored something else in these fields. Decide before you publish.</source>
        <translation>Der Dienst hat Ihre Änderungen angenommen und in diesen Feldern etwas anderes gespeichert. Entscheiden Sie, bevor Sie veröffentlichen.</translation>
    </message>
    <message>
        <source>As you entered it</source>
        <translation>Wie von Ihnen eingegeben</translation>
    </message>
    <message>
        <source>As the service holds it</source>
        <translation>Wie im Dienst gespeichert</translation>
    </message>
    <message>
        <source>Send mine again</source>
        <translation>Meine noch einmal senden</translation>
    </message>
    <message>
        <source>Take the service’s</source>
        <translation>Die des Dienstes übernehmen</translation>
    </message>
    <message>
        <source>Changes can&apos;t be kept on this computer: the disk is full or write-protected. Stay online until they are saved.</source>
        <translation>Änderungen können auf diesem Rechner nicht behalten werden: Der Datenträger ist voll oder schreibgeschützt. Bleiben Sie online, bis sie gespeichert sind.</translation>
    </message>
    <message>
        <source>This setup is being edited in another window of Groundswell. Here it can only be read.</source>
        <translation>Diese Einrichtung wird in einem anderen Fenster von Groundswell bearbeitet. Hier kann sie nur gelesen werden.</translation>
    </message>
    <message>
        <source>Restored: %1.</source>
        <translation>Wiederhergestellt: %1.</translation>
    </message>
</context>
<context>
    <name>groundswell::DsaPage</name>
    <message>
        <source>Who stands behind the ads?</source>
        <translation>Wer steht hinter den Anzeigen?</translation>
    </message>
    <message>
        <source>They run for whoever pays</source>
        <translation>Sie laufen für den, der zahlt</translation>
    </message>
    <message>
        <source>Your ads are shown in the European Union, where the Digital Services Act asks for both names. Everybody who sees an ad can read them.</source>
        <translation>Ihre Anzeigen werden in der Europäischen Union gezeigt, wo der Digital Services Act beide Namen verlangt. Alle, die eine Anzeige sehen, können sie lesen.</translation>
    </message>
    <message>
        <source>None of the places is in the European Union, so nothing is required here. What you enter is kept.</source>
        <translation>Keiner der Orte liegt in der Europäischen Union; hier ist also nichts erforderlich. Was Sie eintragen, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Use what the ad account names: %1</source>
        <translation>Angabe des Werbekontos übernehmen: %1</translation>
    </message>
    <message>
        <source>They run for whoever pays, so both names are the same.</source>
        <translation>Sie laufen für den, der zahlt; beide Namen sind also gleich.</translation>
    </message>
</context>
<context>
    <name>groundswell::EvaluationChart</name>
    <message>
        <source>Chart of purchases by taste cluster; the table below holds the same figures</source>
        <translation>Diagramm der Käufe nach Taste-Cluster; die Tabelle darunter enthält dieselben Zahlen</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Käufe</translation>
    </message>
</context>
<context>
    <name>groundswell::EventChoiceModel</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>groundswell::EventFilterBar</name>
    <message>
        <source>Find an event</source>
        <translation>Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Find a title, artist or venue</source>
        <translation>Titel, Künstler oder Spielstätte suchen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Alle Termine</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>All cities</source>
        <translation>Alle Städte</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>With campaigns</source>
        <translation>Mit Kampagnen</translation>
    </message>
    <message>
        <source>Campaigns running</source>
        <translation>Kampagnen laufen</translation>
    </message>
    <message>
        <source>Ready to promote</source>
        <translation>Bereit zur Bewerbung</translation>
    </message>
    <message>
        <source>Campaigns closed</source>
        <translation>Kampagnen abgeschlossen</translation>
    </message>
</context>
<context>
    <name>groundswell::EventHeader</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>Vor %n Tag</numerusform>
            <numerusform>Vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Noch %n Tag</numerusform>
            <numerusform>Noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Tickets sold</source>
        <translation>Verkaufte Tickets</translation>
    </message>
    <message>
        <source>Set up campaign</source>
        <translation>Kampagne einrichten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Back to the events</source>
        <translation>Zurück zu den Veranstaltungen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Continue draft</source>
        <translation>Entwurf fortsetzen</translation>
    </message>
    <message>
        <source>Edit campaigns</source>
        <translation>Kampagnen bearbeiten</translation>
    </message>
</context>
<context>
    <name>groundswell::EventListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>venue, city</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>tickets sold of seats</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Spielstätte</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>groundswell::EventPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <source>Ad spend</source>
        <translation>Werbeausgaben</translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation>ROAS</translation>
    </message>
    <message>
        <source>The optimisation couldn&apos;t be switched.</source>
        <translation>Die Optimierung konnte nicht umgeschaltet werden.</translation>
    </message>
    <message>
        <source>The attribution model couldn&apos;t be changed.</source>
        <translation>Das Attributionsmodell konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>Computing the taste clusters…</source>
        <translation>Taste-Cluster werden berechnet …</translation>
    </message>
    <message>
        <source>The event couldn&apos;t be loaded.</source>
        <translation>Die Veranstaltung konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The event couldn&apos;t be refreshed.</source>
        <translation>Die Veranstaltung konnte nicht aktualisiert werden.</translation>
    </message>
    <message>
        <source>The taste clusters couldn&apos;t be loaded.</source>
        <translation>Die Taste-Cluster konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>The campaigns couldn&apos;t be paused.</source>
        <translation>Die Kampagnen konnten nicht pausiert werden.</translation>
    </message>
    <message>
        <source>The campaigns couldn&apos;t be resumed.</source>
        <translation>Die Kampagnen konnten nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The event is being loaded.</source>
        <translation>Die Veranstaltung wird gerade geladen.</translation>
    </message>
</context>
<context>
    <name>groundswell::EventStatus</name>
    <message>
        <source>No setup</source>
        <translation>Keine Einrichtung</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>groundswell::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>There are no events here yet.</source>
        <translation>Hier gibt es noch keine Veranstaltungen.</translation>
    </message>
    <message>
        <source>Import ticketing data…</source>
        <translation>Ticketdaten importieren …</translation>
    </message>
    <message>
        <source>No event fits this search.</source>
        <translation>Keine Veranstaltung passt zu dieser Suche.</translation>
    </message>
    <message>
        <source>Show all upcoming events</source>
        <translation>Alle kommenden Veranstaltungen zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The events couldn&apos;t be loaded.</source>
        <translation>Die Veranstaltungen konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Veranstaltung</numerusform>
            <numerusform>%n Veranstaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revenue %1 · Ad spend %2 · ROAS %3</source>
        <translation>Umsatz %1 · Werbeausgaben %2 · ROAS %3</translation>
    </message>
</context>
<context>
    <name>groundswell::ExpectedValuePane</name>
    <message>
        <source>What to expect</source>
        <translation>Was zu erwarten ist</translation>
    </message>
    <message>
        <source>Expected by cluster</source>
        <translation>Erwartet je Cluster</translation>
    </message>
    <message>
        <source>Probably between %1 and %2 tickets.</source>
        <translation>Vermutlich zwischen %1 und %2 Tickets.</translation>
    </message>
    <message>
        <source>Probably shown between %1 and %2 times.</source>
        <translation>Vermutlich zwischen %1 und %2 Mal gezeigt.</translation>
    </message>
    <message>
        <source>Probably between %1 and %2 clicks.</source>
        <translation>Vermutlich zwischen %1 und %2 Klicks.</translation>
    </message>
    <message>
        <source>Probably between %1 and %2.</source>
        <translation>Vermutlich zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>There is no current estimate.</source>
        <translation>Es gibt keine aktuelle Schätzung.</translation>
    </message>
    <message>
        <source>Choose a goal, a budget and taste clusters to see what they may bring.</source>
        <translation>Wählen Sie Ziel, Budget und Taste-Cluster, um zu sehen, was sie bringen können.</translation>
    </message>
    <message>
        <source>≈ %1 tickets</source>
        <translation>≈ %1 Tickets</translation>
    </message>
    <message>
        <source>≈ %1 views</source>
        <translation>≈ %1 Einblendungen</translation>
    </message>
    <message>
        <source>≈ %1 clicks</source>
        <translation>≈ %1 Klicks</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>From your own data</source>
        <translation>Aus Ihren eigenen Daten</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Change the assumptions…</source>
        <translation>Annahmen ändern …</translation>
    </message>
    <message>
        <source>No ticket price is known, so the revenue can’t be estimated.</source>
        <translation>Es ist kein Ticketpreis bekannt, deshalb lässt sich der Umsatz nicht schätzen.</translation>
    </message>
    <message>
        <source>That would sell every free seat; a larger budget brings no more.</source>
        <translation>Damit wären alle freien Plätze verkauft; ein größeres Budget bringt nicht mehr.</translation>
    </message>
    <message>
        <source>What to expect is being worked out…</source>
        <translation>Was zu erwarten ist, wird berechnet …</translation>
    </message>
</context>
<context>
    <name>groundswell::Field</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Longer than what is shown without a cut.</source>
        <translation>Länger als das, was ungekürzt gezeigt wird.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
</context>
<context>
    <name>groundswell::FieldValue</name>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>field · cluster</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>groundswell::FolderWarning</name>
    <message>
        <source>The workspace is on a network drive (%1). Open it on one computer at a time; a folder of this computer is safer.</source>
        <translation>Der Arbeitsbereich liegt auf einem Netzlaufwerk (%1). Öffnen Sie ihn immer nur auf einem Computer; ein Ordner dieses Computers ist sicherer.</translation>
    </message>
    <message>
        <source>The workspace is in a folder that %1 synchronises. It may be copied while it is being written; a folder that isn’t synchronised is safer.</source>
        <translation>Der Arbeitsbereich liegt in einem Ordner, den %1 synchronisiert. Er kann kopiert werden, während er geschrieben wird; ein Ordner, der nicht synchronisiert wird, ist sicherer.</translation>
    </message>
</context>
<context>
    <name>groundswell::GeoPicker</name>
    <message>
        <source>Add the surroundings of the venue</source>
        <translation>Umgebung der Spielstätte hinzufügen</translation>
    </message>
    <message>
        <source>Leave this place out</source>
        <translation>Diesen Ort ausschließen</translation>
    </message>
    <message>
        <source>Search for a place</source>
        <translation>Ort suchen</translation>
    </message>
    <message>
        <source>City, region, country or postcode</source>
        <translation>Stadt, Region, Land oder Postleitzahl</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gefundene Orte</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Radius in kilometres</source>
        <translation>Umkreis in Kilometern</translation>
    </message>
    <message>
        <source>within </source>
        <translation>im Umkreis von </translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source>No place is called “%1”. Check the spelling, or try the name in the country’s own language.</source>
        <translation>Kein Ort heißt „%1“. Prüfen Sie die Schreibweise oder versuchen Sie den Namen in der Landessprache.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%n Ort gefunden</numerusform>
            <numerusform>%n Orte gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The search didn’t work.</source>
        <translation>Die Suche hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
</context>
<context>
    <name>groundswell::GoalText</name>
    <message>
        <source>Sell more tickets</source>
        <translation>Mehr Tickets verkaufen</translation>
    </message>
    <message>
        <source>Fills the house: the ads go to those who are likely to buy.</source>
        <translation>Füllt das Haus: Die Anzeigen gehen an die, die wahrscheinlich kaufen.</translation>
    </message>
    <message>
        <source>Return on ad spend</source>
        <translation>Ertrag der Werbeausgaben</translation>
    </message>
    <message>
        <source>Looks for the buyers who bring the most revenue for what the ads cost.</source>
        <translation>Sucht die Käufer, die für die Kosten der Anzeigen den meisten Umsatz bringen.</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Shows the ads to as many fitting people as the budget allows.</source>
        <translation>Zeigt die Anzeigen so vielen passenden Menschen, wie das Budget erlaubt.</translation>
    </message>
    <message>
        <source>Clicks to the ticket page</source>
        <translation>Klicks zur Ticketseite</translation>
    </message>
    <message>
        <source>Looks for people who open the link, whether they buy or not.</source>
        <translation>Sucht Menschen, die den Link öffnen, ob sie kaufen oder nicht.</translation>
    </message>
</context>
<context>
    <name>groundswell::HallPicture</name>
    <message>
        <source>A concert hall with its guests in groups of taste</source>
        <translation>Ein Konzertsaal mit seinen Gästen in Geschmacksgruppen</translation>
    </message>
</context>
<context>
    <name>groundswell::HistoryDialog</name>
    <message>
        <source>These two versions are the same.</source>
        <translation>Diese beiden Versionen sind gleich.</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Diese Version wiederherstellen</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Versionsverlauf</translation>
    </message>
    <message>
        <source>What was typed here, minute by minute, and what came from elsewhere. Restoring a version is an edit like any other: it can be undone.</source>
        <translation>Was hier eingegeben wurde, Minute für Minute, und was von anderswo kam. Eine Version wiederherzustellen ist eine Änderung wie jede andere: Sie lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versionen, die neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>the version before it</source>
        <translation>der Version davor</translation>
    </message>
    <message>
        <source>the draft as it is now</source>
        <translation>dem jetzigen Entwurf</translation>
    </message>
    <message>
        <source>In the other version</source>
        <translation>In der anderen Version</translation>
    </message>
    <message>
        <source>In the selected version</source>
        <translation>In der ausgewählten Version</translation>
    </message>
    <message>
        <source>Nothing is known of what came before this version.</source>
        <translation>Was vor dieser Version war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The campaigns are published; their setup stays as it is.</source>
        <translation>Die Kampagnen sind veröffentlicht; ihre Einrichtung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Select a version that can be read.</source>
        <translation>Wählen Sie eine Version, die sich lesen lässt.</translation>
    </message>
    <message>
        <source>The setup is just as in this version.</source>
        <translation>Die Einrichtung ist genau wie in dieser Version.</translation>
    </message>
</context>
<context>
    <name>groundswell::ImportDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import ticketing data</source>
        <translation>Ticketdaten importieren</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Open the rows left out</source>
        <translation>Ausgelassene Zeilen öffnen</translation>
    </message>
    <message>
        <source>Open the file with the rows that were left out</source>
        <translation>Die Datei mit den ausgelassenen Zeilen öffnen</translation>
    </message>
    <message>
        <source>Which files did your ticketing system export?</source>
        <translation>Welche Dateien hat Ihr Ticketsystem exportiert?</translation>
    </message>
    <message>
        <source>Importing the same files again changes nothing; newer ones add to what is there.</source>
        <translation>Dieselben Dateien noch einmal zu importieren ändert nichts; neuere ergänzen, was da ist.</translation>
    </message>
    <message>
        <source>Which column is which?</source>
        <translation>Welche Spalte ist welche?</translation>
    </message>
    <message>
        <source>Recognised columns are filled in. Correct what is wrong; what isn&apos;t there stays empty.</source>
        <translation>Erkannte Spalten sind eingetragen. Berichtigen Sie, was falsch ist; was fehlt, bleibt leer.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The files couldn&apos;t be read.</source>
        <translation>Die Dateien konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>Wird gelesen: %1</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>Bisher %1 Zeilen</translation>
    </message>
    <message>
        <source>Your data is in</source>
        <translation>Ihre Daten sind da</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>The import is running.</source>
        <translation>Der Import läuft gerade.</translation>
    </message>
    <message>
        <source>Choose the files that are needed first.</source>
        <translation>Wählen Sie zuerst die nötigen Dateien.</translation>
    </message>
    <message>
        <source>Say for every required field which column holds it.</source>
        <translation>Ordnen Sie jedem Pflichtfeld eine Spalte zu.</translation>
    </message>
</context>
<context>
    <name>groundswell::ImportFilesPage</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>CSV in any encoding and with any delimiter, also compressed (.gz). You can drop the files here.</source>
        <translation>CSV in jeder Zeichenkodierung und mit jedem Trennzeichen, auch gepackt (.gz). Sie können die Dateien hierher ziehen.</translation>
    </message>
    <message>
        <source>What you put on: number, title, date; venue, seats and artists where you have them.</source>
        <translation>Was Sie veranstalten: Nummer, Titel, Datum; Spielstätte, Plätze und Künstler, soweit vorhanden.</translation>
    </message>
    <message>
        <source>Who bought what and when: customer, event, time; quantity and price.</source>
        <translation>Wer was wann gekauft hat: Kunde, Veranstaltung, Zeit; Menge und Preis.</translation>
    </message>
    <message>
        <source>Optional. E-mail, name, city and consent; needed for customer lists.</source>
        <translation>Freiwillig. E-Mail, Name, Ort und Einwilligung; für Kundenlisten nötig.</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Tables (*.csv *.csv.gz *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.csv.gz *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>groundswell::ImportRun</name>
    <message>
        <source>The import couldn&apos;t be started.</source>
        <translation>Der Import konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The import was lost.</source>
        <translation>Der Import ist verloren gegangen.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether the import was started: %1 Importing the same files once more does no harm.</source>
        <translation>Es steht nicht fest, ob der Import begonnen hat: %1 Dieselben Dateien noch einmal zu importieren schadet nicht.</translation>
    </message>
</context>
<context>
    <name>groundswell::ImportSummary</name>
    <message>
        <source>%1 new, %2 replaced, %3 unchanged</source>
        <translation>%1 neu, %2 ersetzt, %3 unverändert</translation>
    </message>
    <message>
        <source>%1: %2 rows = %3 stored + %4 left out</source>
        <translation>%1: %2 Zeilen = %3 gespeichert + %4 ausgelassen</translation>
    </message>
    <message>
        <source>    %1 rows: %2</source>
        <translation>    %1 Zeilen: %2</translation>
    </message>
    <message>
        <source>All %1 rows are stored.</source>
        <translation>Alle %1 Zeilen sind gespeichert.</translation>
    </message>
    <message>
        <source>%1 rows are stored, %2 were left out.</source>
        <translation>%1 Zeilen sind gespeichert, %2 wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 customers are known from sales only.</source>
        <translation>%1 Kunden sind nur aus Verkäufen bekannt.</translation>
    </message>
    <message>
        <source>%1 sales are anonymous and count for their event only.</source>
        <translation>%1 Verkäufe sind anonym und zählen nur für ihre Veranstaltung.</translation>
    </message>
    <message>
        <source>The files don&apos;t say who agreed to be contacted; until a customer file does, your answer in Preferences holds.</source>
        <translation>Die Dateien sagen nicht, wer einem Kontakt zugestimmt hat; bis eine Kundendatei es tut, gilt Ihre Antwort in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>groundswell::ImportText</name>
    <message>
        <source>“%file” can&apos;t be opened: %1. Check that it is there and that you may read it.</source>
        <translation>„%file“ lässt sich nicht öffnen: %1. Prüfen Sie, ob die Datei da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“%file” is a folder. Choose the CSV file in it.</source>
        <translation>„%file“ ist ein Ordner. Wählen Sie die CSV-Datei darin.</translation>
    </message>
    <message>
        <source>“%file” is empty. Export it again, with a header line.</source>
        <translation>„%file“ ist leer. Exportieren Sie die Datei noch einmal, mit Kopfzeile.</translation>
    </message>
    <message>
        <source>“%file” isn&apos;t a CSV file. Save it as CSV and choose that one.</source>
        <translation>„%file“ ist keine CSV-Datei. Speichern Sie sie als CSV und wählen Sie diese.</translation>
    </message>
    <message>
        <source>“%file” is damaged or incomplete. Copy or pack it again.</source>
        <translation>„%file“ ist beschädigt oder unvollständig. Kopieren oder packen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>“%file” couldn&apos;t be read to its end: %1.</source>
        <translation>„%file“ konnte nicht bis zum Ende gelesen werden: %1.</translation>
    </message>
    <message>
        <source>“%file” has a header and no rows below it. Export it again.</source>
        <translation>„%file“ hat eine Kopfzeile und keine Zeilen darunter. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>“%file” has no column for “%1”, which is needed. Its columns are: %2. Say which of them it is.</source>
        <translation>„%file“ hat keine Spalte für „%1“, die gebraucht wird. Die Spalten sind: %2. Geben Sie an, welche davon es ist.</translation>
    </message>
    <message>
        <source>“%file” has no column “%2”, which the mapping names for “%1”. Choose another one.</source>
        <translation>„%file“ hat keine Spalte „%2“, die die Zuordnung für „%1“ nennt. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>“%file” has two columns “%1”. Rename one of them, so that it&apos;s clear which one is meant.</source>
        <translation>„%file“ hat zwei Spalten „%1“. Benennen Sie eine davon um, damit klar ist, welche gemeint ist.</translation>
    </message>
    <message>
        <source>The mapping is wrong at %1: expected %2.</source>
        <translation>Die Zuordnung ist bei %1 falsch: erwartet wird %2.</translation>
    </message>
    <message>
        <source>The mapping names a field “%2” that %1 don&apos;t have.</source>
        <translation>Die Zuordnung nennt ein Feld „%2“, das es bei „%1“ nicht gibt.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Choose one in Preferences.</source>
        <translation>Es gibt keine Zeitzone „%1“. Wählen Sie eine in den Einstellungen.</translation>
    </message>
    <message>
        <source>“%1” is no currency. A code of three letters such as EUR is needed.</source>
        <translation>„%1“ ist keine Währung. Gebraucht wird ein Kürzel aus drei Buchstaben wie EUR.</translation>
    </message>
    <message>
        <source>These files are in %1, the workspace is in %2. Amounts of two currencies can&apos;t be added up: use a workspace of its own for each.</source>
        <translation>Diese Dateien rechnen in %1, der Arbeitsbereich in %2. Beträge zweier Währungen lassen sich nicht addieren: Verwenden Sie für jede einen eigenen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The file for rows left out, “%file”, can&apos;t be written: %1.</source>
        <translation>Die Datei für ausgelassene Zeilen, „%file“, kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The file for rows left out, “%file”, is one of the files to import. Choose another name for it.</source>
        <translation>Die Datei für ausgelassene Zeilen, „%file“, ist eine der zu importierenden Dateien. Wählen Sie einen anderen Namen dafür.</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was changed.</source>
        <translation>Der Import wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>Der Datenträger ist voll. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>None of the %1 rows of “%2” could be used. Line %3 (%4 “%5”): %6. Nothing was changed; check which column is which.</source>
        <translation>Keine der %1 Zeilen von „%2“ war verwendbar. Zeile %3 (%4 „%5“): %6. Nichts wurde geändert; prüfen Sie, welche Spalte welche ist.</translation>
    </message>
    <message>
        <source>The import failed (%1). Nothing was changed.</source>
        <translation>Der Import ist fehlgeschlagen (%1). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>a value is missing where one is needed</source>
        <translation>ein Wert fehlt, wo einer gebraucht wird</translation>
    </message>
    <message>
        <source>a value is no whole number</source>
        <translation>ein Wert ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>a value is no amount of money</source>
        <translation>ein Wert ist kein Geldbetrag</translation>
    </message>
    <message>
        <source>a value is neither yes nor no</source>
        <translation>ein Wert ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>a value is no date</source>
        <translation>ein Wert ist kein Datum</translation>
    </message>
    <message>
        <source>a value is no time of day</source>
        <translation>ein Wert ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>the day is in no calendar</source>
        <translation>den Tag gibt es in keinem Kalender</translation>
    </message>
    <message>
        <source>a value is far outside of what is possible</source>
        <translation>ein Wert liegt weit außerhalb des Möglichen</translation>
    </message>
    <message>
        <source>the event isn&apos;t known</source>
        <translation>die Veranstaltung ist nicht bekannt</translation>
    </message>
    <message>
        <source>it stands for nobody in particular</source>
        <translation>sie steht für niemand Bestimmten</translation>
    </message>
    <message>
        <source>it is in another currency than the workspace</source>
        <translation>sie rechnet in einer anderen Währung als der Arbeitsbereich</translation>
    </message>
    <message>
        <source>it has more or fewer columns than the header</source>
        <translation>sie hat mehr oder weniger Spalten als die Kopfzeile</translation>
    </message>
    <message>
        <source>a quotation mark isn&apos;t closed or doubled</source>
        <translation>ein Anführungszeichen ist nicht geschlossen oder verdoppelt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Event number</source>
        <translation>Veranstaltungsnummer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Spielstätte</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>Saal</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Composers</source>
        <translation>Komponisten</translation>
    </message>
    <message>
        <source>Ticket price</source>
        <translation>Ticketpreis</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>On sale since</source>
        <translation>Im Verkauf seit</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breitengrad</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Längengrad</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Time of purchase</source>
        <translation>Kaufzeitpunkt</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Rechnungsnummer</translation>
    </message>
    <message>
        <source>Ticket category</source>
        <translation>Ticketkategorie</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price of the line</source>
        <translation>Preis der Zeile</translation>
    </message>
    <message>
        <source>Price before discount</source>
        <translation>Preis vor Rabatt</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Agreed to e-mail</source>
        <translation>E-Mail zugestimmt</translation>
    </message>
    <message>
        <source>Agreed to ads</source>
        <translation>Werbung zugestimmt</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Widersprochen</translation>
    </message>
    <message>
        <source>“%file” is too large for one import. Split it and import the parts one after the other.</source>
        <translation>„%file“ ist zu groß für einen Import. Teilen Sie die Datei und importieren Sie die Teile nacheinander.</translation>
    </message>
    <message>
        <source>a value is far too long</source>
        <translation>ein Wert ist viel zu lang</translation>
    </message>
    <message>
        <source>%1 For instance: %2</source>
        <translation>%1 Zum Beispiel: %2</translation>
    </message>
    <message>
        <source>The event&apos;s number in your ticketing system; sales name their event by it.</source>
        <translation>Die Nummer der Veranstaltung in Ihrem Ticketsystem; Verkäufe nennen ihre Veranstaltung damit.</translation>
    </message>
    <message>
        <source>What the event is called.</source>
        <translation>Wie die Veranstaltung heißt.</translation>
    </message>
    <message>
        <source>The day of the event, with or without the time at which it begins.</source>
        <translation>Der Tag der Veranstaltung, mit oder ohne Uhrzeit des Beginns.</translation>
    </message>
    <message>
        <source>When the event begins, where the date doesn&apos;t say it.</source>
        <translation>Wann die Veranstaltung beginnt, wenn das Datum es nicht sagt.</translation>
    </message>
    <message>
        <source>The building or place where the event is held.</source>
        <translation>Das Haus oder der Ort, an dem die Veranstaltung stattfindet.</translation>
    </message>
    <message>
        <source>The hall or stage within the venue.</source>
        <translation>Der Saal oder die Bühne im Haus.</translation>
    </message>
    <message>
        <source>How many tickets there are for the event.</source>
        <translation>Wie viele Tickets es für die Veranstaltung gibt.</translation>
    </message>
    <message>
        <source>The town where the event is held.</source>
        <translation>Die Stadt, in der die Veranstaltung stattfindet.</translation>
    </message>
    <message>
        <source>The country where the event is held, by name or code.</source>
        <translation>Das Land, in dem die Veranstaltung stattfindet, als Name oder Kürzel.</translation>
    </message>
    <message>
        <source>What kind of event it is.</source>
        <translation>Welcher Art die Veranstaltung ist.</translation>
    </message>
    <message>
        <source>The subscription series or cycle that the event belongs to.</source>
        <translation>Die Abo-Reihe oder der Zyklus, zu dem die Veranstaltung gehört.</translation>
    </message>
    <message>
        <source>Who performs, several divided by semicolons.</source>
        <translation>Wer auftritt, mehrere durch Semikolon getrennt.</translation>
    </message>
    <message>
        <source>Whose works are played, several divided by semicolons.</source>
        <translation>Wessen Werke gespielt werden, mehrere durch Semikolon getrennt.</translation>
    </message>
    <message>
        <source>The usual price of a ticket.</source>
        <translation>Der übliche Preis eines Tickets.</translation>
    </message>
    <message>
        <source>The currency of the price as a code of three letters.</source>
        <translation>Die Währung des Preises als Kürzel aus drei Buchstaben.</translation>
    </message>
    <message>
        <source>Since when tickets have been sold.</source>
        <translation>Seit wann Tickets verkauft werden.</translation>
    </message>
    <message>
        <source>Where the venue lies: degrees north of the equator.</source>
        <translation>Wo das Haus liegt: Grad nördlich des Äquators.</translation>
    </message>
    <message>
        <source>Where the venue lies: degrees east of Greenwich.</source>
        <translation>Wo das Haus liegt: Grad östlich von Greenwich.</translation>
    </message>
    <message>
        <source>The number of the order; its lines are one purchase.</source>
        <translation>Die Nummer der Bestellung; ihre Zeilen sind ein Kauf.</translation>
    </message>
    <message>
        <source>Who bought, as the customers file says it; empty or ANON where nobody knows.</source>
        <translation>Wer gekauft hat, wie in der Kundendatei; leer oder ANON, wenn es niemand weiß.</translation>
    </message>
    <message>
        <source>Which event the tickets are for, as the events file says it.</source>
        <translation>Für welche Veranstaltung die Tickets sind, wie in der Veranstaltungsdatei.</translation>
    </message>
    <message>
        <source>When the tickets were bought.</source>
        <translation>Wann die Tickets gekauft wurden.</translation>
    </message>
    <message>
        <source>The kind of ticket, such as regular or reduced.</source>
        <translation>Die Art des Tickets, etwa normal oder ermäßigt.</translation>
    </message>
    <message>
        <source>How many tickets; one where the column is missing, negative for a return.</source>
        <translation>Wie viele Tickets; eines, wenn die Spalte fehlt, negativ bei einer Rückgabe.</translation>
    </message>
    <message>
        <source>What all tickets of the line cost together.</source>
        <translation>Was alle Tickets der Zeile zusammen kosten.</translation>
    </message>
    <message>
        <source>Price of a ticket</source>
        <translation>Preis eines Tickets</translation>
    </message>
    <message>
        <source>What one ticket costs, where there is no price of the line.</source>
        <translation>Was ein Ticket kostet, wenn es keinen Preis der Zeile gibt.</translation>
    </message>
    <message>
        <source>What the tickets of the line would cost without a discount.</source>
        <translation>Was die Tickets der Zeile ohne Rabatt kosten würden.</translation>
    </message>
    <message>
        <source>The currency of the amounts as a code of three letters.</source>
        <translation>Die Währung der Beträge als Kürzel aus drei Buchstaben.</translation>
    </message>
    <message>
        <source>The customer&apos;s number, as the sales name it.</source>
        <translation>Die Nummer des Kunden, wie die Verkäufe sie nennen.</translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address.</source>
        <translation>Die E-Mail-Adresse des Kunden.</translation>
    </message>
    <message>
        <source>The customer&apos;s phone number, best with the country&apos;s code.</source>
        <translation>Die Telefonnummer des Kunden, am besten mit Ländervorwahl.</translation>
    </message>
    <message>
        <source>The customer&apos;s first name.</source>
        <translation>Der Vorname des Kunden.</translation>
    </message>
    <message>
        <source>The customer&apos;s family name.</source>
        <translation>Der Nachname des Kunden.</translation>
    </message>
    <message>
        <source>The town where the customer lives.</source>
        <translation>Die Stadt, in der der Kunde wohnt.</translation>
    </message>
    <message>
        <source>The postcode of where the customer lives.</source>
        <translation>Die Postleitzahl des Wohnorts.</translation>
    </message>
    <message>
        <source>The country where the customer lives, by name or code.</source>
        <translation>Das Land, in dem der Kunde wohnt, als Name oder Kürzel.</translation>
    </message>
    <message>
        <source>The language in which the customer wishes to be written to.</source>
        <translation>Die Sprache, in der der Kunde angeschrieben werden möchte.</translation>
    </message>
    <message>
        <source>The year in which the customer was born.</source>
        <translation>Das Jahr, in dem der Kunde geboren wurde.</translation>
    </message>
    <message>
        <source>Whether the customer agreed to advertising by e-mail; an empty cell is no.</source>
        <translation>Ob der Kunde Werbung per E-Mail zugestimmt hat; eine leere Zelle heißt nein.</translation>
    </message>
    <message>
        <source>Whether the customer agreed that ad platforms get the address; an empty cell is no.</source>
        <translation>Ob der Kunde der Weitergabe der Adresse an Werbeplattformen zugestimmt hat; eine leere Zelle heißt nein.</translation>
    </message>
    <message>
        <source>Whether the customer doesn&apos;t want any advertising; such customers are left out everywhere.</source>
        <translation>Ob der Kunde keine Werbung wünscht; solche Kunden bleiben überall außen vor.</translation>
    </message>
</context>
<context>
    <name>groundswell::InlineProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>groundswell::IntegrationForm</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
</context>
<context>
    <name>groundswell::IntegrationsPage</name>
    <message>
        <source>On whose account does it run?</source>
        <translation>Auf wessen Konto läuft es?</translation>
    </message>
    <message>
        <source>The ad account pays, the page signs, the pixel counts what was sold.</source>
        <translation>Das Werbekonto zahlt, die Seite zeichnet, das Pixel zählt, was verkauft wurde.</translation>
    </message>
    <message>
        <source>The same for all clusters</source>
        <translation>Für alle Cluster gleich</translation>
    </message>
    <message>
        <source>For each cluster on its own</source>
        <translation>Für jedes Cluster eigens</translation>
    </message>
    <message>
        <source>Use the same account for all clusters</source>
        <translation>Dasselbe Konto für alle Cluster verwenden</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>This workspace has no ad platform behind it. What you enter here is handed over with the campaign.</source>
        <translation>Hinter diesem Arbeitsbereich steht keine Werbeplattform. Was Sie hier eintragen, wird mit der Kampagne übergeben.</translation>
    </message>
    <message>
        <source>The ad platform is not connected yet. Connect it in the preferences; what you enter here is kept.</source>
        <translation>Die Werbeplattform ist noch nicht verbunden. Verbinden Sie sie in den Einstellungen; was Sie hier eintragen, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Without a pixel the ad platform cannot see which ads sell, and can only look for clicks.</source>
        <translation>Ohne Pixel sieht die Werbeplattform nicht, welche Anzeigen verkaufen, und kann nur nach Klicks suchen.</translation>
    </message>
    <message>
        <source>Account and page belong together: the page must be allowed to advertise with the account.</source>
        <translation>Konto und Seite gehören zusammen: Die Seite muss mit dem Konto werben dürfen.</translation>
    </message>
    <message>
        <source>If you sell through somebody else’s ticket shop, ask them for the pixel.</source>
        <translation>Wenn Sie über einen fremden Ticketshop verkaufen, fragen Sie dort nach dem Pixel.</translation>
    </message>
    <message>
        <source>Choose a cluster first.</source>
        <translation>Wählen Sie zuerst ein Cluster.</translation>
    </message>
</context>
<context>
    <name>groundswell::IssueListModel</name>
    <message>
        <source>Issue</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>groundswell::IssueText</name>
    <message>
        <source>Choose what the campaign should achieve.</source>
        <translation>Wählen Sie, was die Kampagne erreichen soll.</translation>
    </message>
    <message>
        <source>The goal “%1” is not known to this version. It is kept as it is.</source>
        <translation>Diese Version kennt das Ziel „%1“ nicht. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>This event is cancelled. Check whether it should be advertised.</source>
        <translation>Diese Veranstaltung ist abgesagt. Prüfen Sie, ob dafür geworben werden soll.</translation>
    </message>
    <message>
        <source>The event belongs to the special ad category “%1”, for which the ad platform restricts the targeting.</source>
        <translation>Die Veranstaltung gehört zur besonderen Anzeigenkategorie „%1“, für die die Werbeplattform das Targeting einschränkt.</translation>
    </message>
    <message>
        <source>The special ad category “%1” is not known to the ad platform. Check the event.</source>
        <translation>Die Werbeplattform kennt die besondere Anzeigenkategorie „%1“ nicht. Prüfen Sie die Veranstaltung.</translation>
    </message>
    <message>
        <source>Enter the budget for the whole campaign.</source>
        <translation>Tragen Sie das Budget für die ganze Kampagne ein.</translation>
    </message>
    <message>
        <source>The budget of %1 is not above zero. Enter a larger amount.</source>
        <translation>Das Budget von %1 ist nicht größer als null. Tragen Sie einen größeren Betrag ein.</translation>
    </message>
    <message>
        <source>The budget of %1 is below the least possible, %2. Raise it or shorten the campaign.</source>
        <translation>Das Budget von %1 liegt unter dem Mindestbetrag %2. Erhöhen Sie es oder verkürzen Sie die Kampagne.</translation>
    </message>
    <message>
        <source>The budget of %1 is above the most possible, %2. Lower it or let the campaign run longer.</source>
        <translation>Das Budget von %1 liegt über dem Höchstbetrag %2. Senken Sie es oder lassen Sie die Kampagne länger laufen.</translation>
    </message>
    <message>
        <source>The budget of %1 may be too small: the ad platform usually asks for %2, which is %3 a day for %4 days and %5 clusters.</source>
        <translation>Das Budget von %1 ist vielleicht zu klein: Die Werbeplattform verlangt meist %2, das sind %3 am Tag für %4 Tage und %5 Cluster.</translation>
    </message>
    <message>
        <source>Choose the day on which the campaign starts.</source>
        <translation>Wählen Sie den Tag, an dem die Kampagne beginnt.</translation>
    </message>
    <message>
        <source>The start on %1 is in the past. Choose today, %2, or a later day.</source>
        <translation>Der Beginn am %1 liegt in der Vergangenheit. Wählen Sie heute, %2, oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>The campaign starts on %1, after the event on %2. Choose an earlier day.</source>
        <translation>Die Kampagne beginnt am %1, nach der Veranstaltung am %2. Wählen Sie einen früheren Tag.</translation>
    </message>
    <message>
        <source>Choose the last day of the campaign.</source>
        <translation>Wählen Sie den letzten Tag der Kampagne.</translation>
    </message>
    <message>
        <source>The campaign ends on %2, before it starts on %1. Choose a later end.</source>
        <translation>Die Kampagne endet am %2, bevor sie am %1 beginnt. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>The end on %1 is in the past. Choose today, %2, or a later day.</source>
        <translation>Das Ende am %1 liegt in der Vergangenheit. Wählen Sie heute, %2, oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>The campaign still runs on %1, after the event on %2. Consider ending it on the day of the event.</source>
        <translation>Die Kampagne läuft am %1 noch, nach der Veranstaltung am %2. Überlegen Sie, sie am Tag der Veranstaltung zu beenden.</translation>
    </message>
    <message>
        <source>Choose at least one taste cluster.</source>
        <translation>Wählen Sie mindestens ein Taste-Cluster.</translation>
    </message>
    <message>
        <source>The chosen taste clusters come from different computations. Choose clusters of one computation only.</source>
        <translation>Die gewählten Taste-Cluster stammen aus verschiedenen Berechnungen. Wählen Sie nur Cluster einer Berechnung.</translation>
    </message>
    <message>
        <source>The taste cluster “%1” belongs to no computation. Leave it out and choose it again.</source>
        <translation>Das Taste-Cluster „%1“ gehört zu keiner Berechnung. Lassen Sie es weg und wählen Sie es neu.</translation>
    </message>
    <message>
        <source>The taste cluster “%1” is chosen twice. Leave one out.</source>
        <translation>Das Taste-Cluster „%1“ ist zweimal gewählt. Lassen Sie eines weg.</translation>
    </message>
    <message>
        <source>The budget share of “%1” is %2. Enter a share above 0% and up to 100%.</source>
        <translation>Der Budgetanteil von „%1“ ist %2. Tragen Sie einen Anteil über 0 % und bis 100 % ein.</translation>
    </message>
    <message>
        <source>The budget shares add up to %1. Lower some until they make 100%.</source>
        <translation>Die Budgetanteile ergeben zusammen %1. Senken Sie einige, bis es 100 % sind.</translation>
    </message>
    <message>
        <source>The budget shares add up to only %1. The rest of the budget would not be spent.</source>
        <translation>Die Budgetanteile ergeben zusammen nur %1. Der Rest des Budgets würde nicht ausgegeben.</translation>
    </message>
    <message>
        <source>There is no ad for “%1” yet. Write one.</source>
        <translation>Für „%1“ gibt es noch keine Anzeige. Schreiben Sie eine.</translation>
    </message>
    <message>
        <source>Write a headline.</source>
        <translation>Schreiben Sie eine Überschrift.</translation>
    </message>
    <message>
        <source>Write the text of the ad.</source>
        <translation>Schreiben Sie den Text der Anzeige.</translation>
    </message>
    <message>
        <source>Choose a picture or a video.</source>
        <translation>Wählen Sie ein Bild oder ein Video.</translation>
    </message>
    <message>
        <source>Choose what the button says.</source>
        <translation>Wählen Sie, was auf der Schaltfläche steht.</translation>
    </message>
    <message>
        <source>The headline has %1 characters; after %2 it may be cut.</source>
        <translation>Die Überschrift hat %1 Zeichen; nach %2 kann sie gekürzt werden.</translation>
    </message>
    <message>
        <source>The text has %1 characters; after %2 it is folded behind “See more”.</source>
        <translation>Der Text hat %1 Zeichen; nach %2 verschwindet er hinter „Mehr ansehen“.</translation>
    </message>
    <message>
        <source>The description has %1 characters; after %2 it may be cut.</source>
        <translation>Die Beschreibung hat %1 Zeichen; nach %2 kann sie gekürzt werden.</translation>
    </message>
    <message>
        <source>The headline has %1 characters. Shorten it to %2.</source>
        <translation>Die Überschrift hat %1 Zeichen. Kürzen Sie sie auf %2.</translation>
    </message>
    <message>
        <source>The text has %1 characters. Shorten it to %2.</source>
        <translation>Der Text hat %1 Zeichen. Kürzen Sie ihn auf %2.</translation>
    </message>
    <message>
        <source>The description has %1 characters. Shorten it to %2.</source>
        <translation>Die Beschreibung hat %1 Zeichen. Kürzen Sie sie auf %2.</translation>
    </message>
    <message>
        <source>The ad platform may not know the button “%1”. “Buy tickets” is safe.</source>
        <translation>Die Werbeplattform kennt die Schaltfläche „%1“ vielleicht nicht. „Tickets kaufen“ ist sicher.</translation>
    </message>
    <message>
        <source>The button “%1” is not offered for this goal. Choose another.</source>
        <translation>Die Schaltfläche „%1“ wird für dieses Ziel nicht angeboten. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Enter the address of the ticket page.</source>
        <translation>Tragen Sie die Adresse der Ticketseite ein.</translation>
    </message>
    <message>
        <source>“%1” is not a web address. Enter one that starts with https://.</source>
        <translation>„%1“ ist keine Webadresse. Tragen Sie eine ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>The address does not start with https://, which the ad platform asks for most buttons.</source>
        <translation>Die Adresse beginnt nicht mit https://, was die Werbeplattform für die meisten Schaltflächen verlangt.</translation>
    </message>
    <message>
        <source>Say where the people of “%1” live.</source>
        <translation>Geben Sie an, wo die Menschen von „%1“ leben.</translation>
    </message>
    <message>
        <source>Add at least one place, or choose an audience.</source>
        <translation>Fügen Sie mindestens einen Ort hinzu oder wählen Sie eine Zielgruppe.</translation>
    </message>
    <message>
        <source>Enter a radius for %1.</source>
        <translation>Tragen Sie einen Umkreis für %1 ein.</translation>
    </message>
    <message>
        <source>%1 has no position on the map. Remove it and add it again.</source>
        <translation>%1 hat keine Position auf der Karte. Entfernen Sie den Ort und fügen Sie ihn neu hinzu.</translation>
    </message>
    <message>
        <source>The position of %1 is not on the map. Remove it and add it again.</source>
        <translation>Die Position von %1 liegt nicht auf der Karte. Entfernen Sie den Ort und fügen Sie ihn neu hinzu.</translation>
    </message>
    <message>
        <source>The radius of %2 km around %1 is too small; the least is %3 km. For a smaller area choose the venue’s own position.</source>
        <translation>Der Umkreis von %2 km um %1 ist zu klein; mindestens %3 km. Für ein kleineres Gebiet wählen Sie die Position der Spielstätte.</translation>
    </message>
    <message>
        <source>The radius of %2 km around %1 is too large; the most is %3 km.</source>
        <translation>Der Umkreis von %2 km um %1 ist zu groß; höchstens %3 km.</translation>
    </message>
    <message>
        <source>There are %2 places of the kind “%1”; the ad platform takes %3. Remove some.</source>
        <translation>Es gibt %2 Orte der Art „%1“; die Werbeplattform nimmt %3. Entfernen Sie einige.</translation>
    </message>
    <message>
        <source>%1 is both included and excluded. Remove one of the two.</source>
        <translation>%1 ist zugleich eingeschlossen und ausgeschlossen. Entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>The age of %1 is outside what the ad platform takes, %2 to %3.</source>
        <translation>Das Alter %1 liegt außerhalb dessen, was die Werbeplattform nimmt, %2 bis %3.</translation>
    </message>
    <message>
        <source>The ages run from %1 down to %2. Exchange them.</source>
        <translation>Das Alter läuft von %1 hinunter bis %2. Vertauschen Sie die beiden.</translation>
    </message>
    <message>
        <source>The gender “%1” is not known to the ad platform. It is kept as it is.</source>
        <translation>Die Werbeplattform kennt das Geschlecht „%1“ nicht. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>There are %1 languages; the ad platform takes %2. Remove some.</source>
        <translation>Es sind %1 Sprachen; die Werbeplattform nimmt %2. Entfernen Sie einige.</translation>
    </message>
    <message>
        <source>The audience %1 is both included and excluded. Remove one of the two.</source>
        <translation>Die Zielgruppe %1 ist zugleich eingeschlossen und ausgeschlossen. Entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>The audience %1 is not among those of the ad account. Check it or remove it.</source>
        <translation>Die Zielgruppe %1 gehört nicht zu denen des Werbekontos. Prüfen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>In the special ad category “%1” the ad platform allows no limit here in the USA.</source>
        <translation>In der besonderen Anzeigenkategorie „%1“ erlaubt die Werbeplattform hier in den USA keine Einschränkung.</translation>
    </message>
    <message>
        <source>The ad platform is not connected. Connect it in the preferences.</source>
        <translation>Die Werbeplattform ist nicht verbunden. Verbinden Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>The connection to the ad platform lacks permissions. Connect it again and allow what it asks.</source>
        <translation>Der Verbindung zur Werbeplattform fehlen Berechtigungen. Verbinden Sie sie neu und erlauben Sie, was sie verlangt.</translation>
    </message>
    <message>
        <source>Choose the ad account that pays for the campaign.</source>
        <translation>Wählen Sie das Werbekonto, das die Kampagne bezahlt.</translation>
    </message>
    <message>
        <source>Choose the page in whose name the ads appear.</source>
        <translation>Wählen Sie die Seite, in deren Namen die Anzeigen erscheinen.</translation>
    </message>
    <message>
        <source>The ad account “%1” does not look like one: it usually starts with act_.</source>
        <translation>Das Werbekonto „%1“ sieht nicht nach einem aus: Es beginnt meist mit act_.</translation>
    </message>
    <message>
        <source>The ad account %1 is not among yours. Choose another.</source>
        <translation>Das Werbekonto %1 gehört nicht zu Ihren. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The page %1 is not among yours. Choose another.</source>
        <translation>Die Seite %1 gehört nicht zu Ihren. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The pixel %1 is not among yours. Choose another.</source>
        <translation>Das Pixel %1 gehört nicht zu Ihren. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The form %1 is not among yours. Choose another.</source>
        <translation>Das Formular %1 gehört nicht zu Ihren. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The ad account bills in %1, but the budget is in %2.</source>
        <translation>Das Werbekonto rechnet in %1 ab, das Budget steht aber in %2.</translation>
    </message>
    <message>
        <source>Choose a pixel: the goal “%1” needs one to count sales.</source>
        <translation>Wählen Sie ein Pixel: Das Ziel „%1“ braucht eines, um Verkäufe zu zählen.</translation>
    </message>
    <message>
        <source>Without a pixel the goal “%1” can only look for visits to the ticket page, not for sales.</source>
        <translation>Ohne Pixel kann das Ziel „%1“ nur nach Besuchen der Ticketseite suchen, nicht nach Verkäufen.</translation>
    </message>
    <message>
        <source>The pixel %1 belongs to another ad account, %2.</source>
        <translation>Das Pixel %1 gehört zu einem anderen Werbekonto, %2.</translation>
    </message>
    <message>
        <source>The form %1 belongs to another page, %2.</source>
        <translation>Das Formular %1 gehört zu einer anderen Seite, %2.</translation>
    </message>
    <message>
        <source>Choose what the pixel counts as success, usually “%1”.</source>
        <translation>Wählen Sie, was das Pixel als Erfolg zählt, meist „%1“.</translation>
    </message>
    <message>
        <source>Enter who pays for the ads.</source>
        <translation>Tragen Sie ein, wer für die Anzeigen zahlt.</translation>
    </message>
    <message>
        <source>Enter for whom the ads run.</source>
        <translation>Tragen Sie ein, für wen die Anzeigen laufen.</translation>
    </message>
    <message>
        <source>The name has %1 characters. Shorten it to %2.</source>
        <translation>Der Name hat %1 Zeichen. Kürzen Sie ihn auf %2.</translation>
    </message>
    <message>
        <source>The name begins or ends with a blank. Remove it.</source>
        <translation>Der Name beginnt oder endet mit einem Leerzeichen. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>The ad account usually names “%2”. Check whether “%1” is right.</source>
        <translation>Das Werbekonto nennt sonst „%2“. Prüfen Sie, ob „%1“ stimmt.</translation>
    </message>
    <message>
        <source>The service objects to this entry (%1).</source>
        <translation>Der Dienst beanstandet diese Eingabe (%1).</translation>
    </message>
    <message>
        <source>%1, variant %2</source>
        <translation>%1, Variante %2</translation>
    </message>
    <message>
        <source>“%1” gets nothing of the budget. Give it a share, or leave it out.</source>
        <translation>„%1“ bekommt nichts vom Budget. Geben Sie dem Cluster einen Anteil oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>“%1” gets only %2 of the budget and needs at least %3, which is %4 a day for %5 days. Give it a larger share, or leave it out.</source>
        <translation>„%1“ bekommt nur %2 vom Budget und braucht mindestens %3, das sind %4 am Tag für %5 Tage. Geben Sie dem Cluster einen größeren Anteil oder lassen Sie es weg.</translation>
    </message>
</context>
<context>
    <name>groundswell::JobsPanel</name>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>groundswell::ListFormat</name>
    <message>
        <source>Comma-separated values</source>
        <translation>Kommagetrennte Werte</translation>
    </message>
</context>
<context>
    <name>groundswell::MainWindow</name>
    <message>
        <source>Groundswell</source>
        <translation>Groundswell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 – Groundswell</source>
        <translation>%1 – Groundswell</translation>
    </message>
    <message>
        <source>The service asks you to sign in again. What you edit is kept on this computer until then.</source>
        <translation>Der Dienst bittet Sie, sich neu anzumelden. Was Sie bearbeiten, wird bis dahin auf diesem Rechner behalten.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Workspace on this computer</source>
        <translation>Arbeitsbereich auf diesem Rechner</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) are ready for hand-over.</source>
        <translation>
            <numerusform>%n Kampagne ist bereit zur Übergabe.</numerusform>
            <numerusform>%n Kampagnen sind bereit zur Übergabe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) are published.</source>
        <translation>
            <numerusform>%n Kampagne ist veröffentlicht.</numerusform>
            <numerusform>%n Kampagnen sind veröffentlicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection to the service. You see what it said on %1; what you edit is kept on this computer.</source>
        <translation>Keine Verbindung zum Dienst. Sie sehen den Stand vom %1; was Sie bearbeiten, bleibt auf diesem Rechner gespeichert.</translation>
    </message>
    <message>
        <source>Published otherwise</source>
        <translation>Anders veröffentlicht</translation>
    </message>
    <message>
        <source>The service made campaigns that differ from your setup in these fields. Correct them with Edit on each campaign.</source>
        <translation>Der Dienst hat Kampagnen angelegt, die in diesen Feldern von Ihrer Einrichtung abweichen. Korrigieren Sie sie bei der jeweiligen Kampagne mit „Bearbeiten“.</translation>
    </message>
    <message>
        <source>In your setup</source>
        <translation>In Ihrer Einrichtung</translation>
    </message>
    <message>
        <source>In the campaign</source>
        <translation>In der Kampagne</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>This needs a workspace on this computer.</source>
        <translation>Dafür braucht es einen Arbeitsbereich auf diesem Rechner.</translation>
    </message>
    <message>
        <source>There are no events here yet.</source>
        <translation>Hier gibt es noch keine Veranstaltungen.</translation>
    </message>
    <message>
        <source>There is no page before this one.</source>
        <translation>Vor dieser Seite gibt es keine.</translation>
    </message>
    <message>
        <source>The sample is being imported.</source>
        <translation>Das Beispiel wird gerade importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) of “%1” are ready for hand-over.</source>
        <translation>
            <numerusform>%n Kampagne von „%1“ ist bereit zur Übergabe.</numerusform>
            <numerusform>%n Kampagnen von „%1“ sind bereit zur Übergabe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) of “%1” are published.</source>
        <translation>
            <numerusform>%n Kampagne von „%1“ ist veröffentlicht.</numerusform>
            <numerusform>%n Kampagnen von „%1“ sind veröffentlicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>The campaigns of “%1” differ from your setup in %n field(s).</source>
        <translation>
            <numerusform>Die Kampagnen von „%1“ weichen in %n Feld von Ihrer Einrichtung ab.</numerusform>
            <numerusform>Die Kampagnen von „%1“ weichen in %n Feldern von Ihrer Einrichtung ab.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::MappingPage</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Saved mappings</source>
        <translation>Gespeicherte Zuordnungen</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>Zuordnung speichern …</translation>
    </message>
    <message>
        <source>Save this mapping under a name</source>
        <translation>Diese Zuordnung unter einem Namen speichern</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>%1: which column is which</source>
        <translation>%1: welche Spalte welche ist</translation>
    </message>
    <message>
        <source>What we need</source>
        <translation>Was gebraucht wird</translation>
    </message>
    <message>
        <source>Column in your file</source>
        <translation>Spalte in Ihrer Datei</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>– not in the file –</source>
        <translation>– nicht in der Datei –</translation>
    </message>
    <message>
        <source>%1: the first rows of the file</source>
        <translation>%1: die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Everything that is required has its column.</source>
        <translation>Alles Erforderliche hat seine Spalte.</translation>
    </message>
    <message>
        <source>Say which column it is: %1.</source>
        <translation>Geben Sie an, welche Spalte es ist: %1.</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>Name of the mapping, for instance your ticketing system</source>
        <translation>Name der Zuordnung, zum Beispiel Ihr Ticketsystem</translation>
    </message>
</context>
<context>
    <name>groundswell::MarketForm</name>
    <message>
        <source>Price of a thousand impressions</source>
        <translation>Preis für tausend Impressionen</translation>
    </message>
    <message>
        <source>Clicks per impression</source>
        <translation>Klicks je Impression</translation>
    </message>
    <message>
        <source>How often one person sees an ad</source>
        <translation>Wie oft eine Person eine Anzeige sieht</translation>
    </message>
    <message>
        <source>People like your customers, for each of them</source>
        <translation>Ähnliche Personen je Kunde</translation>
    </message>
    <message>
        <source>How many more the ad platform finds.</source>
        <translation>Wie viele weitere die Werbeplattform findet.</translation>
    </message>
    <message>
        <source>How much rarer those buy</source>
        <translation>Wie viel seltener diese kaufen</translation>
    </message>
    <message>
        <source>Of the rate at which your own customers buy.</source>
        <translation>Anteil an der Kaufrate Ihrer eigenen Kunden.</translation>
    </message>
    <message>
        <source>Most to spend of the free seats&apos; worth</source>
        <translation>Höchster Werbeanteil am Wert der freien Plätze</translation>
    </message>
    <message>
        <source>Least a day for reach</source>
        <translation>Tagesminimum für Reichweite</translation>
    </message>
    <message>
        <source>For each taste cluster.</source>
        <translation>Je Taste-Cluster.</translation>
    </message>
    <message>
        <source>Least a day for clicks and sales</source>
        <translation>Tagesminimum für Klicks und Verkäufe</translation>
    </message>
    <message>
        <source>Market assumptions</source>
        <translation>Marktannahmen</translation>
    </message>
    <message>
        <source>Budget limits and estimates rest on these. Correct them when you know your own figures.</source>
        <translation>Darauf beruhen Budgetgrenzen und Schätzungen. Berichtigen Sie sie, wenn Sie eigene Zahlen kennen.</translation>
    </message>
</context>
<context>
    <name>groundswell::MediaField</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose a picture or a video</source>
        <translation>Ein Bild oder Video wählen</translation>
    </message>
    <message>
        <source>Remove the picture or video</source>
        <translation>Bild oder Video entfernen</translation>
    </message>
    <message>
        <source>Drop a picture or a video here</source>
        <translation>Ein Bild oder Video hierher ziehen</translation>
    </message>
    <message>
        <source>JPG or PNG up to 30 MB, MP4 or MOV; square or 4:5</source>
        <translation>JPG oder PNG bis 30 MB, MP4 oder MOV; quadratisch oder 4:5</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>“%1” wasn’t uploaded.</source>
        <translation>„%1“ wurde nicht hochgeladen.</translation>
    </message>
    <message>
        <source>Uploading %1</source>
        <translation>%1 wird hochgeladen</translation>
    </message>
    <message>
        <source>Pictures and videos (%1)</source>
        <translation>Bilder und Videos (%1)</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>groundswell::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Other action</source>
        <translation>Weitere Aktion</translation>
    </message>
</context>
<context>
    <name>groundswell::NewerClustersDialog</name>
    <message>
        <source>Move the setup</source>
        <translation>Einrichtung umstellen</translation>
    </message>
    <message>
        <source>Move to the newer clusters</source>
        <translation>Auf die neueren Cluster umstellen</translation>
    </message>
    <message>
        <source>Which newer cluster takes over?</source>
        <translation>Welches neuere Cluster tritt an die Stelle?</translation>
    </message>
    <message>
        <source>Texts, targeting, accounts and budget shares go along. You can undo it, and nothing you typed is thrown away.</source>
        <translation>Texte, Targeting, Konten und Budgetanteile werden übernommen. Sie können den Schritt rückgängig machen, und nichts, was Sie eingegeben haben, geht verloren.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Stay on the older clusters</source>
        <translation>Bei den älteren Clustern bleiben</translation>
    </message>
    <message>
        <source>What takes over from %1</source>
        <translation>Was an die Stelle von %1 tritt</translation>
    </message>
    <message>
        <source>No counterpart</source>
        <translation>Keine Entsprechung</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>%1 of the budget</source>
        <translation>%1 des Budgets</translation>
    </message>
    <message numerus="yes">
        <source>%n ad text(s)</source>
        <translation>
            <numerusform>%n Anzeigentext</numerusform>
            <numerusform>%n Anzeigentexte</numerusform>
        </translation>
    </message>
    <message>
        <source>targeting</source>
        <translation>Targeting</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>It is no longer chosen; what you typed for it stays in the setup until you publish.</source>
        <translation>Es ist nicht mehr gewählt; was Sie dafür eingegeben haben, bleibt bis zur Veröffentlichung in der Einrichtung.</translation>
    </message>
    <message>
        <source>%1 of the people in both are the same.</source>
        <translation>%1 der Personen beider Cluster sind dieselben.</translation>
    </message>
    <message>
        <source>Judged by the events that explain them.</source>
        <translation>Beurteilt nach den Veranstaltungen, die sie erklären.</translation>
    </message>
    <message>
        <source>Nothing says that these are the same people.</source>
        <translation>Nichts spricht dafür, dass es dieselben Personen sind.</translation>
    </message>
    <message>
        <source>More than one goes here: their texts become variants.</source>
        <translation>Hier kommen mehrere zusammen: Deren Texte werden zu Varianten.</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) will move.</source>
        <translation>
            <numerusform>%n Cluster wird übernommen.</numerusform>
            <numerusform>%n Cluster werden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will have no counterpart.</source>
        <translation>
            <numerusform>%n hat keine Entsprechung.</numerusform>
            <numerusform>%n haben keine Entsprechung.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>New, to be chosen afterwards: %1.</source>
        <translation>Neu und danach wählbar: %1.</translation>
    </message>
    <message>
        <source>There is no cluster that could be moved.</source>
        <translation>Es gibt kein Cluster, das sich umstellen ließe.</translation>
    </message>
</context>
<context>
    <name>groundswell::OpenSetup</name>
    <message>
        <source>The campaign setup couldn&apos;t be opened.</source>
        <translation>Die Kampagneneinrichtung konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The campaigns of “%1” weren&apos;t published: the service holds something other than what you entered.</source>
        <translation>Die Kampagnen von „%1“ wurden nicht veröffentlicht: Beim Dienst steht etwas anderes, als Sie eingegeben haben.</translation>
    </message>
    <message>
        <source>The campaigns of “%1” weren&apos;t published: the setup needs to be corrected first.</source>
        <translation>Die Kampagnen von „%1“ wurden nicht veröffentlicht: Die Einrichtung muss zuerst korrigiert werden.</translation>
    </message>
    <message>
        <source>The campaigns of “%1” weren&apos;t published.</source>
        <translation>Die Kampagnen von „%1“ wurden nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>It isn&apos;t known yet whether the campaigns of “%1” were published. %2 The service is asked until it says so.</source>
        <translation>Ob die Kampagnen von „%1“ veröffentlicht wurden, steht noch nicht fest. %2 Der Dienst wird gefragt, bis er es sagt.</translation>
    </message>
    <message>
        <source>Whether the campaigns of “%1” were published could not be found out: %2 They can be published again only after the service has said so.</source>
        <translation>Ob die Kampagnen von „%1“ veröffentlicht wurden, ließ sich nicht herausfinden: %2 Erst wenn der Dienst es gesagt hat, können sie erneut veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Open the setup</source>
        <translation>Einrichtung öffnen</translation>
    </message>
    <message>
        <source>A picture or video is still being uploaded. Publish once it has arrived.</source>
        <translation>Ein Bild oder Video wird noch hochgeladen. Veröffentlichen Sie, sobald es angekommen ist.</translation>
    </message>
</context>
<context>
    <name>groundswell::OrganiserForm</name>
    <message>
        <source>Customers without a consent in the data may get e-mails</source>
        <translation>Kunden ohne Angabe zur Einwilligung dürfen E-Mails bekommen</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Results are counted by</source>
        <translation>Ergebnisse zählt</translation>
    </message>
    <message>
        <source>Who pays for the ads</source>
        <translation>Wer für die Anzeigen zahlt</translation>
    </message>
    <message>
        <source>The legal name that the public sees beside ads in the EU; new campaigns begin with it.</source>
        <translation>Der rechtliche Name, den die Öffentlichkeit neben Anzeigen in der EU sieht; neue Kampagnen beginnen damit.</translation>
    </message>
    <message>
        <source>Who benefits from the ads</source>
        <translation>Wem die Anzeigen nützen</translation>
    </message>
    <message>
        <source>You answer for this. A customer with a “no” or an opt-out is never written to.</source>
        <translation>Dafür stehen Sie ein. Wer „Nein“ gesagt oder widersprochen hat, wird nie angeschrieben.</translation>
    </message>
</context>
<context>
    <name>groundswell::PackageDelegate</name>
    <message>
        <source>%1 customers · %2</source>
        <translation>%1 Kunden · %2</translation>
    </message>
</context>
<context>
    <name>groundswell::PackageDetail</name>
    <message>
        <source>Save all as CSV…</source>
        <translation>Alle als CSV speichern …</translation>
    </message>
    <message>
        <source>Save selected cluster…</source>
        <translation>Gewähltes Cluster speichern …</translation>
    </message>
    <message>
        <source>Regenerate audience</source>
        <translation>Zielgruppe neu erzeugen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Taste clusters of the package</source>
        <translation>Taste-Cluster des Pakets</translation>
    </message>
    <message>
        <source>Taste cluster</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Save all customer lists as one CSV file</source>
        <translation>Alle Kundenlisten als eine CSV-Datei speichern</translation>
    </message>
    <message>
        <source>Save the customer list of the selected clusters</source>
        <translation>Die Kundenliste der gewählten Cluster speichern</translation>
    </message>
    <message>
        <source>Regenerate the audience</source>
        <translation>Die Zielgruppe neu erzeugen</translation>
    </message>
    <message>
        <source>%1 customers · %2</source>
        <translation>%1 Kunden · %2</translation>
    </message>
    <message>
        <source>A customer in two clusters counts once here.</source>
        <translation>Ein Kunde in zwei Clustern zählt hier einmal.</translation>
    </message>
    <message>
        <source>%1. For %2.</source>
        <translation>%1. Für %2.</translation>
    </message>
    <message>
        <source>Stop building</source>
        <translation>Erstellen abbrechen</translation>
    </message>
    <message>
        <source>Stop building the package</source>
        <translation>Erstellen des Pakets abbrechen</translation>
    </message>
    <message>
        <source>There are customer lists once the package is done.</source>
        <translation>Kundenlisten gibt es, sobald das Paket fertig ist.</translation>
    </message>
    <message>
        <source>This package has no customer lists to save.</source>
        <translation>Zu diesem Paket gibt es keine Kundenlisten, die sich speichern ließen.</translation>
    </message>
    <message>
        <source>Select a cluster in the table.</source>
        <translation>Wählen Sie in der Tabelle ein Cluster aus.</translation>
    </message>
    <message>
        <source>The package is being built.</source>
        <translation>Das Paket wird gerade erstellt.</translation>
    </message>
</context>
<context>
    <name>groundswell::PackageListModel</name>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>groundswell::PackagesDock</name>
    <message>
        <source>Packages &amp; attribution</source>
        <translation>Pakete &amp; Attribution</translation>
    </message>
    <message>
        <source>A package is a list of your own customers for an e-mail, grouped by why they would come.</source>
        <translation>Ein Paket ist eine Liste Ihrer eigenen Kunden für eine E-Mail, gruppiert danach, warum sie kämen.</translation>
    </message>
    <message>
        <source>Build a package…</source>
        <translation>Paket erstellen …</translation>
    </message>
    <message>
        <source>Packages and attribution</source>
        <translation>Pakete und Attribution</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Build a package</source>
        <translation>Ein Paket erstellen</translation>
    </message>
    <message>
        <source>Merge selected</source>
        <translation>Gewählte zusammenführen</translation>
    </message>
    <message>
        <source>Merge the selected packages into one</source>
        <translation>Die gewählten Pakete zu einem zusammenführen</translation>
    </message>
    <message>
        <source>Select two or more finished packages to merge them into one.</source>
        <translation>Wählen Sie zwei oder mehr fertige Pakete, um sie zu einem zusammenzuführen.</translation>
    </message>
    <message>
        <source>The selected package</source>
        <translation>Das gewählte Paket</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>The packages couldn&apos;t be loaded.</source>
        <translation>Die Pakete konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Select a package to see its clusters.</source>
        <translation>Wählen Sie ein Paket, um seine Cluster zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) selected.</source>
        <translation>
            <numerusform>%n Paket gewählt.</numerusform>
            <numerusform>%n Pakete gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The packages couldn&apos;t be merged.</source>
        <translation>Die Pakete konnten nicht zusammengeführt werden.</translation>
    </message>
    <message>
        <source>The package couldn&apos;t be regenerated.</source>
        <translation>Das Paket konnte nicht neu erzeugt werden.</translation>
    </message>
    <message>
        <source>Saving “%1”</source>
        <translation>„%1“ wird gespeichert</translation>
    </message>
    <message>
        <source>The customer list is saved as %1.</source>
        <translation>Die Kundenliste ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The customer list couldn&apos;t be saved.</source>
        <translation>Die Kundenliste konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The package is still being built.</source>
        <translation>Das Paket wird weiter erstellt.</translation>
    </message>
    <message>
        <source>Whether the packages were merged could not be found out: %1 Look at the list before you merge them again.</source>
        <translation>Ob die Pakete zusammengeführt wurden, ließ sich nicht herausfinden: %1 Sehen Sie in der Liste nach, bevor Sie sie erneut zusammenführen.</translation>
    </message>
    <message>
        <source>It isn&apos;t known yet whether the packages were merged. %1 The service is asked until it says so.</source>
        <translation>Ob die Pakete zusammengeführt wurden, steht noch nicht fest. %1 Der Dienst wird gefragt, bis er es sagt.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether the package is being built anew: %1 Its state in the list shows it.</source>
        <translation>Es steht nicht fest, ob das Paket neu erzeugt wird: %1 Sein Zustand in der Liste zeigt es.</translation>
    </message>
    <message>
        <source>Whether “%1” is being built wasn&apos;t waited for. Look at the list before you build it again.</source>
        <translation>Ob „%1“ erstellt wird, wurde nicht abgewartet. Sehen Sie in der Liste nach, bevor Sie es erneut erstellen.</translation>
    </message>
</context>
<context>
    <name>groundswell::PartStatus</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Erneut versuchen: %1</translation>
    </message>
</context>
<context>
    <name>groundswell::Phrases</name>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Ort auf der Karte</translation>
    </message>
    <message>
        <source>%1 + %2 km</source>
        <translation>%1 + %2 km</translation>
    </message>
</context>
<context>
    <name>groundswell::PlanPage</name>
    <message>
        <source>What should the campaign achieve?</source>
        <translation>Was soll die Kampagne erreichen?</translation>
    </message>
    <message>
        <source>Say what counts, what it may cost and when it runs. Everything can be changed until you publish.</source>
        <translation>Geben Sie an, was zählt, was es kosten darf und wann sie läuft. Bis zur Veröffentlichung lässt sich alles ändern.</translation>
    </message>
    <message>
        <source>Budget between the least and the most</source>
        <translation>Budget zwischen Mindest- und Höchstbetrag</translation>
    </message>
    <message>
        <source>“%1” is not an amount. Use digits, for instance %2.</source>
        <translation>„%1“ ist kein Betrag. Verwenden Sie Ziffern, zum Beispiel %2.</translation>
    </message>
    <message numerus="yes">
        <source>The campaign runs for %n day(s).</source>
        <translation>
            <numerusform>Die Kampagne läuft %n Tag.</numerusform>
            <numerusform>Die Kampagne läuft %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event is on %1.</source>
        <translation>Die Veranstaltung ist am %1.</translation>
    </message>
    <message>
        <source>Set the budget to the nearest limit</source>
        <translation>Das Budget auf die nächste Grenze setzen</translation>
    </message>
    <message>
        <source>Raise it to %1</source>
        <translation>Auf %1 anheben</translation>
    </message>
    <message>
        <source>Lower it to %1</source>
        <translation>Auf %1 senken</translation>
    </message>
    <message>
        <source>A suggestion for this campaign is being worked out. It fills in what you have left empty.</source>
        <translation>Ein Vorschlag für diese Kampagne wird berechnet. Er ergänzt, was Sie leer gelassen haben.</translation>
    </message>
    <message>
        <source>There is no suggestion for this campaign.</source>
        <translation>Für diese Kampagne gibt es keinen Vorschlag.</translation>
    </message>
    <message>
        <source>The least and the most are being worked out…</source>
        <translation>Mindest- und Höchstbetrag werden berechnet …</translation>
    </message>
    <message>
        <source>The least and the most aren’t known.</source>
        <translation>Mindest- und Höchstbetrag sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The event is being loaded…</source>
        <translation>Die Veranstaltung wird geladen …</translation>
    </message>
    <message>
        <source>The event couldn’t be loaded.</source>
        <translation>Die Veranstaltung konnte nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>groundswell::PreferencesDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Ad accounts</source>
        <translation>Werbekonten</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>The settings of the workspace couldn&apos;t be loaded.</source>
        <translation>Die Einstellungen des Arbeitsbereichs konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>The settings couldn&apos;t be saved.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>These settings can be changed once they are loaded.</source>
        <translation>Diese Einstellungen lassen sich ändern, sobald sie geladen sind.</translation>
    </message>
</context>
<context>
    <name>groundswell::PreviewPane</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Show what the platform covers</source>
        <translation>Zeigen, was die Plattform überdeckt</translation>
    </message>
    <message>
        <source>Preview as a post in the feed</source>
        <translation>Vorschau als Beitrag im Feed</translation>
    </message>
    <message>
        <source>Preview as a story</source>
        <translation>Vorschau als Story</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>groundswell::ProblemText</name>
    <message>
        <source>The user name or the password is wrong.</source>
        <translation>Der Benutzername oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This account is suspended.</source>
        <translation>Dieses Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>The account asks for a second factor.</source>
        <translation>Das Konto verlangt einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>The code is wrong or no longer valid.</source>
        <translation>Der Code ist falsch oder nicht mehr gültig.</translation>
    </message>
    <message>
        <source>Your account is not allowed to do this.</source>
        <translation>Ihr Konto darf das nicht.</translation>
    </message>
    <message>
        <source>The event no longer exists.</source>
        <translation>Die Veranstaltung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The package no longer exists.</source>
        <translation>Das Paket gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The package has expired and its customer lists were deleted.</source>
        <translation>Das Paket ist abgelaufen, und seine Kundenlisten wurden gelöscht.</translation>
    </message>
    <message>
        <source>The service does not accept the setup as it is.</source>
        <translation>Der Dienst nimmt die Einrichtung so nicht an.</translation>
    </message>
    <message>
        <source>There is already a setup for this event.</source>
        <translation>Für diese Veranstaltung gibt es schon eine Einrichtung.</translation>
    </message>
    <message>
        <source>The setup is published and can only be edited per cluster.</source>
        <translation>Die Einrichtung ist veröffentlicht und kann nur je Cluster bearbeitet werden.</translation>
    </message>
    <message>
        <source>Someone else has changed the setup in the meantime.</source>
        <translation>Jemand anderes hat die Einrichtung inzwischen geändert.</translation>
    </message>
    <message>
        <source>A newer version of the setup is already stored.</source>
        <translation>Eine neuere Fassung der Einrichtung ist schon gespeichert.</translation>
    </message>
    <message>
        <source>The service can’t be reached.</source>
        <translation>Der Dienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The proxy server refused the connection.</source>
        <translation>Der Proxyserver hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The connection to the service is not secure, so nothing was sent.</source>
        <translation>Die Verbindung zum Dienst ist nicht sicher; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Der Dienst hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>You are no longer signed in.</source>
        <translation>Sie sind nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>Your account has no access to this.</source>
        <translation>Ihr Konto hat darauf keinen Zugriff.</translation>
    </message>
    <message>
        <source>What was asked for does not exist.</source>
        <translation>Das Gewünschte gibt es nicht.</translation>
    </message>
    <message>
        <source>It was changed by someone else in the meantime.</source>
        <translation>Jemand anderes hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>It has expired and is no longer available.</source>
        <translation>Es ist abgelaufen und nicht mehr verfügbar.</translation>
    </message>
    <message>
        <source>The service did not accept the data.</source>
        <translation>Der Dienst hat die Angaben nicht angenommen.</translation>
    </message>
    <message>
        <source>Too many requests were sent in a short time.</source>
        <translation>In kurzer Zeit wurden zu viele Anfragen gesendet.</translation>
    </message>
    <message>
        <source>The service has a fault of its own.</source>
        <translation>Der Dienst hat selbst eine Störung.</translation>
    </message>
    <message>
        <source>The service gave an answer that this version can’t read.</source>
        <translation>Der Dienst hat eine Antwort gegeben, die diese Version nicht lesen kann.</translation>
    </message>
    <message>
        <source>Check the network connection and try again.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check the proxy settings of this computer.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen dieses Rechners.</translation>
    </message>
    <message>
        <source>Check the date of this computer, and ask your administrator whether the network inspects encrypted connections.</source>
        <translation>Prüfen Sie das Datum dieses Rechners und fragen Sie Ihre Administration, ob das Netz verschlüsselte Verbindungen aufbricht.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a few seconds and try again.</source>
        <translation>Warten Sie einige Sekunden und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Prüfen Sie beides und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Check which partner is selected, or ask your administrator for access.</source>
        <translation>Prüfen Sie, welcher Partner gewählt ist, oder bitten Sie Ihre Administration um Zugriff.</translation>
    </message>
    <message>
        <source>Load it again and repeat the change.</source>
        <translation>Laden Sie es neu und wiederholen Sie die Änderung.</translation>
    </message>
    <message>
        <source>Build it anew.</source>
        <translation>Erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>Check the entries that are marked.</source>
        <translation>Prüfen Sie die markierten Eingaben.</translation>
    </message>
    <message>
        <source>Check for an update of this program.</source>
        <translation>Sehen Sie nach, ob es eine neuere Version dieses Programms gibt.</translation>
    </message>
    <message>
        <source>Go back to the list and load it again.</source>
        <translation>Gehen Sie zurück zur Liste und laden Sie sie neu.</translation>
    </message>
    <message>
        <source>These clusters are no longer kept.</source>
        <translation>Diese Cluster werden nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The computation was stopped. Refresh to start it again.</source>
        <translation>Die Berechnung wurde angehalten. Aktualisieren Sie, um sie neu zu starten.</translation>
    </message>
    <message>
        <source>The service’s answer is larger than this program takes, and was not read.</source>
        <translation>Die Antwort des Dienstes ist größer, als dieses Programm annimmt, und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The service keeps changing what it was just sent.</source>
        <translation>Der Dienst ändert immer wieder, was ihm gerade gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>groundswell::ReviewIssueModel</name>
    <message>
        <source>Must be fixed, %1: %2</source>
        <translation>Zu beheben, %1: %2</translation>
    </message>
    <message>
        <source>Worth a look, %1: %2</source>
        <translation>Ein Blick lohnt, %1: %2</translation>
    </message>
</context>
<context>
    <name>groundswell::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Goal &amp; budget</source>
        <translation>Ziel &amp; Budget</translation>
    </message>
    <message>
        <source>Taste clusters</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Targeting</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Ad transparency</source>
        <translation>Anzeigentransparenz</translation>
    </message>
    <message>
        <source>Things to fix</source>
        <translation>Zu beheben</translation>
    </message>
    <message>
        <source>What publishing does</source>
        <translation>Was das Veröffentlichen bewirkt</translation>
    </message>
    <message>
        <source>The campaigns are prepared in this workspace and marked as ready for hand-over. Nothing is sent to an ad platform and nothing is spent.</source>
        <translation>Die Kampagnen werden in diesem Arbeitsbereich vorbereitet und als bereit zur Übergabe markiert. Nichts wird an eine Werbeplattform gesendet, und nichts wird ausgegeben.</translation>
    </message>
    <message>
        <source>The campaigns are created at the ad platform and start on the first day. From then on they are edited one by one; they can be paused at any time.</source>
        <translation>Die Kampagnen werden bei der Werbeplattform angelegt und beginnen am ersten Tag. Von da an werden sie einzeln bearbeitet; sie lassen sich jederzeit pausieren.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>The campaigns exist. Edit them one by one on the event’s page.</source>
        <translation>Die Kampagnen gibt es schon. Bearbeiten Sie sie einzeln auf der Seite der Veranstaltung.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n Punkt zu beheben</numerusform>
            <numerusform>%n Punkte zu beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a line to get to its field. Everything you entered is kept.</source>
        <translation>Öffnen Sie eine Zeile, um zu ihrem Feld zu kommen. Alles Eingetragene bleibt erhalten.</translation>
    </message>
    <message>
        <source>Ready for hand-over</source>
        <translation>Bereit zur Übergabe</translation>
    </message>
    <message>
        <source>Ready to publish</source>
        <translation>Bereit zur Veröffentlichung</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) for %1 in all.</source>
        <translation>
            <numerusform>%n Kampagne für insgesamt %1.</numerusform>
            <numerusform>%n Kampagnen für insgesamt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are worth a look.</source>
        <translation>
            <numerusform>%n Punkt lohnt einen Blick.</numerusform>
            <numerusform>%n Punkte lohnen einen Blick.</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more variant(s)</source>
        <translation>
            <numerusform>%1 und %n weitere Variante</numerusform>
            <numerusform>%1 und %n weitere Varianten</numerusform>
        </translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audience(s)</source>
        <translation>
            <numerusform>%n Zielgruppe</numerusform>
            <numerusform>%n Zielgruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>differs by cluster</source>
        <translation>je nach Cluster verschieden</translation>
    </message>
    <message>
        <source>No cluster chosen yet</source>
        <translation>Noch kein Cluster gewählt</translation>
    </message>
    <message>
        <source>%1 of the budget: %2</source>
        <translation>%1 des Budgets: %2</translation>
    </message>
    <message>
        <source>Open in another window</source>
        <translation>In einem anderen Fenster geöffnet</translation>
    </message>
    <message>
        <source>Publish it there, or close it there first.</source>
        <translation>Veröffentlichen Sie sie dort, oder schließen Sie sie zuerst dort.</translation>
    </message>
</context>
<context>
    <name>groundswell::SampleImporter</name>
    <message>
        <source>Making the sample…</source>
        <translation>Beispiel wird erzeugt …</translation>
    </message>
    <message>
        <source>The sample couldn&apos;t be made.</source>
        <translation>Das Beispiel konnte nicht erzeugt werden.</translation>
    </message>
    <message>
        <source>Importing the sample…</source>
        <translation>Beispiel wird importiert …</translation>
    </message>
</context>
<context>
    <name>groundswell::SaveListDialog</name>
    <message>
        <source>Save customer list</source>
        <translation>Kundenliste speichern</translation>
    </message>
</context>
<context>
    <name>groundswell::SaveStateLabel</name>
    <message>
        <source>Saving state</source>
        <translation>Speicherstand</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Saved on this computer · waiting to send</source>
        <translation>Auf diesem Rechner gespeichert · wartet auf das Senden</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Gespeichert um %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Offline: changes are kept on this computer</source>
        <translation>Offline: Änderungen werden auf diesem Rechner behalten</translation>
    </message>
    <message>
        <source>The reason is unknown.</source>
        <translation>Der Grund ist unbekannt.</translation>
    </message>
    <message numerus="yes">
        <source>Couldn’t save to the server. %1 Trying again in %n s.</source>
        <translation>
            <numerusform>Konnte nicht auf dem Server speichern. %1 Neuer Versuch in %n s.</numerusform>
            <numerusform>Konnte nicht auf dem Server speichern. %1 Neuer Versuch in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t save to the server. %1</source>
        <translation>Konnte nicht auf dem Server speichern. %1</translation>
    </message>
    <message>
        <source>Someone else changed this setup.</source>
        <translation>Jemand anderes hat diese Einrichtung geändert.</translation>
    </message>
    <message>
        <source>Published: edit per cluster</source>
        <translation>Veröffentlicht: je Cluster bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Sign in again to send %n change(s)</source>
        <translation>
            <numerusform>Melden Sie sich neu an, um %n Änderung zu senden</numerusform>
            <numerusform>Melden Sie sich neu an, um %n Änderungen zu senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
</context>
<context>
    <name>groundswell::SetupDraft</name>
    <message>
        <source>Choose a taste cluster</source>
        <translation>Taste-Cluster wählen</translation>
    </message>
    <message>
        <source>Leave out a taste cluster</source>
        <translation>Taste-Cluster weglassen</translation>
    </message>
    <message>
        <source>Remove a creative</source>
        <translation>Anzeige entfernen</translation>
    </message>
    <message>
        <source>Merge changes from elsewhere</source>
        <translation>Änderungen von anderswo zusammenführen</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>Ungespeicherte Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Restore an earlier version</source>
        <translation>Frühere Fassung wiederherstellen</translation>
    </message>
    <message>
        <source>Choose the suggested clusters</source>
        <translation>Die vorgeschlagenen Cluster wählen</translation>
    </message>
</context>
<context>
    <name>groundswell::SetupFields</name>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Change the goal</source>
        <translation>Ziel ändern</translation>
    </message>
    <message>
        <source>Total &amp;budget</source>
        <translation>Gesamt&amp;budget</translation>
    </message>
    <message>
        <source>Change the budget</source>
        <translation>Budget ändern</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Change the currency</source>
        <translation>Währung ändern</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Erster Tag</translation>
    </message>
    <message>
        <source>Change the dates</source>
        <translation>Termine ändern</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Letzter Tag</translation>
    </message>
    <message>
        <source>Taste clusters</source>
        <translation>Taste-Cluster</translation>
    </message>
    <message>
        <source>Choose a taste cluster</source>
        <translation>Taste-Cluster wählen</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Change a creative</source>
        <translation>Anzeige ändern</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Targeting</translation>
    </message>
    <message>
        <source>Change the targeting</source>
        <translation>Targeting ändern</translation>
    </message>
    <message>
        <source>Ad platform</source>
        <translation>Werbeplattform</translation>
    </message>
    <message>
        <source>Change the ad platform settings</source>
        <translation>Einstellungen der Werbeplattform ändern</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversion</translation>
    </message>
    <message>
        <source>Change the conversion</source>
        <translation>Conversion ändern</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formular</translation>
    </message>
    <message>
        <source>&amp;What counts as success</source>
        <translation>&amp;Was als Erfolg zählt</translation>
    </message>
    <message>
        <source>The pixel’s event that the ad platform should bring about.</source>
        <translation>Das Ereignis des Pixels, das die Werbeplattform herbeiführen soll.</translation>
    </message>
    <message>
        <source>Who &amp;pays</source>
        <translation>&amp;Wer zahlt</translation>
    </message>
    <message>
        <source>Change payer and beneficiary</source>
        <translation>Zahler und Begünstigten ändern</translation>
    </message>
    <message>
        <source>The company that is billed, with its legal form.</source>
        <translation>Das Unternehmen, das die Rechnung bekommt, mit Rechtsform.</translation>
    </message>
    <message>
        <source>For &amp;whom</source>
        <translation>&amp;Für wen</translation>
    </message>
    <message>
        <source>The organiser whose event is advertised, not the agency.</source>
        <translation>Der Veranstalter, für den geworben wird, nicht die Agentur.</translation>
    </message>
    <message>
        <source>Budget share</source>
        <translation>Budgetanteil</translation>
    </message>
    <message>
        <source>Change a cluster&apos;s share of the budget</source>
        <translation>Budgetanteil eines Clusters ändern</translation>
    </message>
    <message>
        <source>&amp;Headline</source>
        <translation>Ü&amp;berschrift</translation>
    </message>
    <message>
        <source>Change the headline</source>
        <translation>Überschrift ändern</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>Besch&amp;reibung</translation>
    </message>
    <message>
        <source>Change the description</source>
        <translation>Beschreibung ändern</translation>
    </message>
    <message>
        <source>&amp;Picture or video</source>
        <translation>Bil&amp;d oder Video</translation>
    </message>
    <message>
        <source>Change the picture or video</source>
        <translation>Bild oder Video ändern</translation>
    </message>
    <message>
        <source>Kind of media</source>
        <translation>Art des Mediums</translation>
    </message>
    <message>
        <source>B&amp;utton</source>
        <translation>Scha&amp;ltfläche</translation>
    </message>
    <message>
        <source>Change the button</source>
        <translation>Schaltfläche ändern</translation>
    </message>
    <message>
        <source>Ticket &amp;link</source>
        <translation>Tic&amp;ketlink</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>Link ändern</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>Sprache ändern</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Change the places</source>
        <translation>Orte ändern</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Frauen</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Männer</translation>
    </message>
    <message>
        <source>Age from</source>
        <translation>Alter von</translation>
    </message>
    <message>
        <source>Change the ages</source>
        <translation>Alter ändern</translation>
    </message>
    <message>
        <source>Age to</source>
        <translation>Alter bis</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Change the gender</source>
        <translation>Geschlecht ändern</translation>
    </message>
    <message>
        <source>Languages people use</source>
        <translation>Sprachen der Menschen</translation>
    </message>
    <message>
        <source>Change the languages</source>
        <translation>Sprachen ändern</translation>
    </message>
    <message>
        <source>Only these audiences</source>
        <translation>Nur diese Zielgruppen</translation>
    </message>
    <message>
        <source>Change the audiences</source>
        <translation>Zielgruppen ändern</translation>
    </message>
    <message>
        <source>Not these audiences</source>
        <translation>Nicht diese Zielgruppen</translation>
    </message>
    <message>
        <source>Change the excluded audiences</source>
        <translation>Ausgeschlossene Zielgruppen ändern</translation>
    </message>
    <message>
        <source>Saved audience</source>
        <translation>Gespeicherte Zielgruppe</translation>
    </message>
    <message>
        <source>Change the saved audience</source>
        <translation>Gespeicherte Zielgruppe ändern</translation>
    </message>
    <message>
        <source>A saved audience of the ad platform brings its own places and ages.</source>
        <translation>Eine gespeicherte Zielgruppe der Werbeplattform bringt ihre eigenen Orte und Altersgrenzen mit.</translation>
    </message>
    <message>
        <source>Ad &amp;account</source>
        <translation>Werbe&amp;konto</translation>
    </message>
    <message>
        <source>Change the ad account</source>
        <translation>Werbekonto ändern</translation>
    </message>
    <message>
        <source>It is billed for the campaign.</source>
        <translation>Es bekommt die Rechnung für die Kampagne.</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>Change the page</source>
        <translation>Seite ändern</translation>
    </message>
    <message>
        <source>The ads appear in its name.</source>
        <translation>Die Anzeigen erscheinen in ihrem Namen.</translation>
    </message>
    <message>
        <source>&amp;Instagram account</source>
        <translation>&amp;Instagram-Konto</translation>
    </message>
    <message>
        <source>Change the Instagram account</source>
        <translation>Instagram-Konto ändern</translation>
    </message>
    <message>
        <source>Its id, if the ads should also appear there in its own name.</source>
        <translation>Seine Nummer, wenn die Anzeigen auch dort in eigenem Namen erscheinen sollen.</translation>
    </message>
    <message>
        <source>P&amp;ixel</source>
        <translation>Pi&amp;xel</translation>
    </message>
    <message>
        <source>Change the pixel</source>
        <translation>Pixel ändern</translation>
    </message>
    <message>
        <source>It reports sales on your ticket page back to the ad platform.</source>
        <translation>Es meldet Verkäufe auf Ihrer Ticketseite an die Werbeplattform.</translation>
    </message>
    <message>
        <source>Change the form</source>
        <translation>Formular ändern</translation>
    </message>
    <message>
        <source>Only for ads that collect addresses.</source>
        <translation>Nur für Anzeigen, die Adressen sammeln.</translation>
    </message>
</context>
<context>
    <name>groundswell::ShellActions</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The campaign setup can&apos;t be edited right now.</source>
        <translation>Die Kampagneneinrichtung lässt sich gerade nicht bearbeiten.</translation>
    </message>
    <message>
        <source>Open a campaign setup first.</source>
        <translation>Öffnen Sie zuerst eine Kampagneneinrichtung.</translation>
    </message>
</context>
<context>
    <name>groundswell::Shortcuts</name>
    <message>
        <source>%1 is taken by “%2”. Give that another key first.</source>
        <translation>%1 gehört schon zu „%2“. Geben Sie diesem Befehl zuerst eine andere Taste.</translation>
    </message>
    <message>
        <source>A shortcut is one key, with or without Ctrl, Alt and Shift.</source>
        <translation>Ein Tastenkürzel ist eine Taste, mit oder ohne Strg, Alt und Umschalt.</translation>
    </message>
    <message>
        <source>%1 alone is for typing. Hold Ctrl or Alt down with it, or press a function key.</source>
        <translation>%1 allein ist zum Tippen da. Halten Sie dazu Strg oder Alt gedrückt, oder drücken Sie eine Funktionstaste.</translation>
    </message>
    <message>
        <source>%1 is for editing text.</source>
        <translation>%1 ist zum Bearbeiten von Text da.</translation>
    </message>
    <message>
        <source>%1 is for the letters that are marked in menus and beside fields.</source>
        <translation>%1 gehört den Buchstaben, die in Menüs und neben Feldern unterstrichen sind.</translation>
    </message>
</context>
<context>
    <name>groundswell::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Press the new key for “%1”</source>
        <translation>Drücken Sie die neue Taste für „%1“</translation>
    </message>
    <message>
        <source>Press a key…</source>
        <translation>Taste drücken …</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Click an action, or select it and press Enter, and press its new key. Escape leaves it as it is.</source>
        <translation>Klicken Sie auf einen Befehl, oder wählen Sie ihn aus und drücken Sie die Eingabetaste, und drücken Sie dann seine neue Taste. Escape lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Give the selected action its first key again</source>
        <translation>Dem ausgewählten Befehl seine ursprüngliche Taste zurückgeben</translation>
    </message>
    <message>
        <source>Give all actions their first keys again</source>
        <translation>Allen Befehlen ihre ursprünglichen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Select an action whose key you changed.</source>
        <translation>Wählen Sie einen Befehl aus, dessen Taste Sie geändert haben.</translation>
    </message>
    <message>
        <source>No key was changed.</source>
        <translation>Keine Taste wurde geändert.</translation>
    </message>
</context>
<context>
    <name>groundswell::ShortcutsModel</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie bewirken</translation>
    </message>
</context>
<context>
    <name>groundswell::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>groundswell::SpendDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Ad spend</source>
        <translation>Werbeausgaben</translation>
    </message>
    <message>
        <source>What did the ads cost?</source>
        <translation>Was haben die Anzeigen gekostet?</translation>
    </message>
    <message>
        <source>Note what the ad platform charged you for “%1”. The return on ad spend is counted from these amounts and your ticket sales.</source>
        <translation>Tragen Sie ein, was Ihnen die Werbeplattform für „%1“ berechnet hat. Der Ertrag der Werbeausgaben ergibt sich aus diesen Beträgen und Ihren Ticketverkäufen.</translation>
    </message>
    <message>
        <source>Remove the selected amount</source>
        <translation>Ausgewählten Betrag entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Amounts noted so far</source>
        <translation>Bisher eingetragene Beträge</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation>Geben Sie einen Betrag über null ein.</translation>
    </message>
    <message>
        <source>Enter an amount, for example %1.</source>
        <translation>Geben Sie einen Betrag ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the amount</source>
        <translation>Betrag hinzufügen</translation>
    </message>
    <message>
        <source>The event as a whole</source>
        <translation>Die Veranstaltung als Ganzes</translation>
    </message>
    <message>
        <source>The ad spend couldn&apos;t be loaded.</source>
        <translation>Die Werbeausgaben konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>The amount couldn&apos;t be added.</source>
        <translation>Der Betrag konnte nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The amount couldn&apos;t be removed.</source>
        <translation>Der Betrag konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Whether the amount was added could not be found out: %1 Close this window and open it again to see.</source>
        <translation>Ob der Betrag hinzugefügt wurde, ließ sich nicht herausfinden: %1 Schließen Sie dieses Fenster und öffnen Sie es erneut, um nachzusehen.</translation>
    </message>
    <message>
        <source>It isn&apos;t known yet whether the amount was added. %1 The service is asked until it says so.</source>
        <translation>Ob der Betrag hinzugefügt wurde, steht noch nicht fest. %1 Der Dienst wird gefragt, bis er es sagt.</translation>
    </message>
    <message>
        <source>Choose a day and enter an amount above zero.</source>
        <translation>Wählen Sie einen Tag und geben Sie einen Betrag über null ein.</translation>
    </message>
    <message>
        <source>Select an amount in the table.</source>
        <translation>Wählen Sie in der Tabelle einen Betrag aus.</translation>
    </message>
</context>
<context>
    <name>groundswell::StatusText</name>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Every purchase</source>
        <translation>Jeder Kauf</translation>
    </message>
    <message>
        <source>Purchases of the package&apos;s events</source>
        <translation>Käufe für die Veranstaltungen des Pakets</translation>
    </message>
    <message>
        <source>Purchases of the same series</source>
        <translation>Käufe derselben Reihe</translation>
    </message>
    <message>
        <source>Your own sales (live)</source>
        <translation>Ihr eigener Verkauf (live)</translation>
    </message>
    <message>
        <source>The ad platform</source>
        <translation>Die Werbeplattform</translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation>Eine andere Stelle</translation>
    </message>
</context>
<context>
    <name>groundswell::StepButton</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Not visited yet.</source>
        <translation>Noch nicht besucht.</translation>
    </message>
    <message>
        <source>Visited.</source>
        <translation>Besucht.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix.</source>
        <translation>
            <numerusform>%n Punkt zu beheben.</numerusform>
            <numerusform>%n Punkte zu beheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are here. %1</source>
        <translation>Sie sind hier. %1</translation>
    </message>
</context>
<context>
    <name>groundswell::StepRail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>groundswell::SummaryCard</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::Switches</name>
    <message>
        <source>Work on this workspace file instead of your own.</source>
        <translation>Mit dieser Arbeitsbereichsdatei arbeiten statt mit der eigenen.</translation>
    </message>
    <message>
        <source>Work against the Wave service at this base URL, for instance http://127.0.0.1:5000/api/v3.</source>
        <translation>Mit dem Wave-Dienst unter dieser Basisadresse arbeiten, zum Beispiel http://127.0.0.1:5000/api/v3.</translation>
    </message>
    <message>
        <source>Partner to act for on --server.</source>
        <translation>Partner, für den auf --server gehandelt wird.</translation>
    </message>
    <message>
        <source>Play the whole way through the program by itself and write screenshots and report.json here.</source>
        <translation>Den ganzen Weg durch das Programm von selbst abspielen und Bildschirmfotos und report.json hierhin schreiben.</translation>
    </message>
    <message>
        <source>Language of the program, for instance de.</source>
        <translation>Sprache des Programms, zum Beispiel de.</translation>
    </message>
    <message>
        <source>Colours: light or dark.</source>
        <translation>Farben: light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>groundswell: %1
Try groundswell --help.
</source>
        <translation>groundswell: %1
Siehe groundswell --help.
</translation>
    </message>
    <message>
        <source>--server needs a full http or https address, and &quot;%1&quot; is none.</source>
        <translation>--server braucht eine vollständige http- oder https-Adresse, und „%1“ ist keine.</translation>
    </message>
    <message>
        <source>--workspace and --server exclude each other: a workspace has its own service.</source>
        <translation>--workspace und --server schließen einander aus: Ein Arbeitsbereich hat seinen eigenen Dienst.</translation>
    </message>
    <message>
        <source>--partner only makes sense together with --server.</source>
        <translation>--partner ist nur zusammen mit --server sinnvoll.</translation>
    </message>
    <message>
        <source>--theme is light or dark, not &quot;%1&quot;.</source>
        <translation>--theme ist light oder dark, nicht „%1“.</translation>
    </message>
    <message>
        <source>Campaigns and audience packages from your own ticket sales.</source>
        <translation>Kampagnen und Zielgruppenpakete aus den eigenen Ticketverkäufen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>Access token for --server. Everybody on this computer can read a program&apos;s arguments: prefer --token-file, or the environment variable GROUNDSWELL_TOKEN.</source>
        <translation>Zugangstoken für --server. Argumente kann jeder an diesem Rechner lesen: besser --token-file oder die Umgebungsvariable GROUNDSWELL_TOKEN verwenden.</translation>
    </message>
    <message>
        <source>Read the access token for --server from this file, which nobody but you may read.</source>
        <translation>Das Zugangstoken für --server aus dieser Datei lesen, die niemand außer Ihnen lesen darf.</translation>
    </message>
    <message>
        <source>Begin at this moment instead of the computer&apos;s, for instance 2028-02-29T10:00:00+01:00.</source>
        <translation>Zu diesem Zeitpunkt beginnen statt zu dem des Computers, zum Beispiel 2028-02-29T10:00:00+01:00.</translation>
    </message>
    <message>
        <source>The token&apos;s file %1 can&apos;t be read: %2</source>
        <translation>Die Datei %1 mit dem Zugangstoken lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Others on this computer can read the token&apos;s file %1. Take that from them first: chmod 600 %1</source>
        <translation>Andere an diesem Rechner können die Datei %1 mit dem Zugangstoken lesen. Nehmen Sie ihnen zuerst das Recht dazu: chmod 600 %1</translation>
    </message>
    <message>
        <source>The token&apos;s file %1 must hold the token and nothing else.</source>
        <translation>Die Datei %1 darf nur das Zugangstoken enthalten.</translation>
    </message>
    <message>
        <source>--now needs a time with its zone, for instance 2028-02-29T10:00:00+01:00, not &quot;%1&quot;.</source>
        <translation>--now braucht einen Zeitpunkt mit Zeitzone, zum Beispiel 2028-02-29T10:00:00+01:00, nicht „%1“.</translation>
    </message>
    <message>
        <source>--token and --token-file exclude each other.</source>
        <translation>--token und --token-file schließen einander aus.</translation>
    </message>
    <message>
        <source>--token shows the token to everybody on this computer. Use --token-file or the environment variable GROUNDSWELL_TOKEN instead.</source>
        <translation>--token zeigt das Zugangstoken jedem an diesem Rechner. Verwenden Sie stattdessen --token-file oder die Umgebungsvariable GROUNDSWELL_TOKEN.</translation>
    </message>
</context>
<context>
    <name>groundswell::TargetingForm</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Sprache hinzufügen</translation>
    </message>
    <message>
        <source>Add an audience</source>
        <translation>Zielgruppe hinzufügen</translation>
    </message>
    <message>
        <source>Leave out an audience</source>
        <translation>Zielgruppe ausschließen</translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation>Sprache hinzufügen …</translation>
    </message>
    <message>
        <source>%1 (%2 people)</source>
        <translation>%1 (%2 Personen)</translation>
    </message>
    <message>
        <source>Add an audience…</source>
        <translation>Zielgruppe hinzufügen …</translation>
    </message>
    <message>
        <source>Add an audience to leave out…</source>
        <translation>Auszuschließende Zielgruppe hinzufügen …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>and older</source>
        <translation>und älter</translation>
    </message>
</context>
<context>
    <name>groundswell::TargetingPage</name>
    <message>
        <source>Where do these people live?</source>
        <translation>Wo leben diese Menschen?</translation>
    </message>
    <message>
        <source>The ad platform looks for people like those of the cluster within these limits.</source>
        <translation>Die Werbeplattform sucht in diesen Grenzen nach Menschen, die denen des Clusters gleichen.</translation>
    </message>
    <message>
        <source>Use this targeting for all clusters</source>
        <translation>Dieses Targeting für alle Cluster übernehmen</translation>
    </message>
    <message>
        <source>Use a targeting for all clusters</source>
        <translation>Ein Targeting für alle Cluster übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Used for %n cluster(s).</source>
        <translation>
            <numerusform>Für %n Cluster übernommen.</numerusform>
            <numerusform>Für %n Cluster übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a cluster first.</source>
        <translation>Wählen Sie zuerst ein Cluster.</translation>
    </message>
    <message>
        <source>There is no targeting here yet that the other clusters could take.</source>
        <translation>Hier gibt es noch kein Targeting, das die anderen Cluster übernehmen könnten.</translation>
    </message>
    <message>
        <source>The setup can only be read.</source>
        <translation>Die Einrichtung kann nur gelesen werden.</translation>
    </message>
</context>
<context>
    <name>groundswell::TasteRunWatch</name>
    <message>
        <source>Computing the taste clusters…</source>
        <translation>Taste-Cluster werden berechnet …</translation>
    </message>
</context>
<context>
    <name>groundswell::Usable</name>
    <message>
        <source>The service is being asked. One moment, please.</source>
        <translation>Der Dienst wird gerade gefragt. Einen Moment bitte.</translation>
    </message>
</context>
<context>
    <name>groundswell::VersionListModel</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengeführt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Stand beim Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time · who</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
</context>
<context>
    <name>groundswell::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Look around with a sample</source>
        <translation>Sich mit einem Beispiel umsehen</translation>
    </message>
    <message>
        <source>A made-up organiser with five years of concerts and the season ahead. Needs nothing, takes less than a minute.</source>
        <translation>Ein erfundener Veranstalter mit fünf Jahren Konzerten und der kommenden Saison. Braucht nichts und dauert weniger als eine Minute.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Import your ticketing data</source>
        <translation>Ihre Ticketdaten importieren</translation>
    </message>
    <message>
        <source>Needs two CSV files from your ticketing system, events and sales. A customer file makes audience packages possible.</source>
        <translation>Braucht zwei CSV-Dateien aus Ihrem Ticketsystem: Veranstaltungen und Verkäufe. Eine Kundendatei macht Zielgruppenpakete möglich.</translation>
    </message>
    <message>
        <source>Import ticketing data…</source>
        <translation>Ticketdaten importieren …</translation>
    </message>
    <message>
        <source>Connect to a Wave service</source>
        <translation>Mit einem Wave-Dienst verbinden</translation>
    </message>
    <message>
        <source>Needs the address of the service and an access token. Signing in with user name and password isn&apos;t offered yet.</source>
        <translation>Braucht die Adresse des Dienstes und ein Zugangstoken. Die Anmeldung mit Benutzername und Passwort gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Taste clusters, packages and attribution are computed on this computer. Nothing leaves it unless you send it.</source>
        <translation>Taste-Cluster, Pakete und Attribution werden auf diesem Rechner berechnet. Nichts verlässt ihn, wenn Sie es nicht senden.</translation>
    </message>
    <message>
        <source>Set up a campaign from your own ticket sales</source>
        <translation>Richten Sie eine Kampagne aus Ihren eigenen Ticketverkäufen ein</translation>
    </message>
    <message>
        <source>Groundswell finds the taste clusters in your sales, plans an event&apos;s campaign on them with you, and measures what came of it.</source>
        <translation>Groundswell findet die Taste-Cluster in Ihren Verkäufen, plant mit Ihnen darauf die Kampagne einer Veranstaltung und misst, was daraus wurde.</translation>
    </message>
    <message>
        <source>The sample is being imported.</source>
        <translation>Das Beispiel wird gerade importiert.</translation>
    </message>
</context>
<context>
    <name>groundswell::WizardHost</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Campaign setup</source>
        <translation>Kampagneneinrichtung</translation>
    </message>
</context>
<context>
    <name>groundswell::WizardPage</name>
    <message>
        <source>First choose who should hear about it.</source>
        <translation>Wählen Sie zuerst, wer davon erfahren soll.</translation>
    </message>
    <message>
        <source>Choose taste clusters</source>
        <translation>Taste-Cluster wählen</translation>
    </message>
</context>
<context>
    <name>groundswell::WorkspaceLock</name>
    <message>
        <source>The workspace %1 is already open in another window of Groundswell (process %2). Go on there, or close it first.</source>
        <translation>Der Arbeitsbereich %1 ist schon in einem anderen Fenster von Groundswell geöffnet (Prozess %2). Machen Sie dort weiter oder schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>The workspace %1 can&apos;t be opened for writing. Check that its folder exists and that you may write there.</source>
        <translation>Der Arbeitsbereich %1 lässt sich nicht zum Schreiben öffnen. Prüfen Sie, ob sein Ordner da ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The workspace %1 is open on another computer (%2). Close it there first. If it isn&apos;t open there any more, because that computer broke down, delete the file %3.</source>
        <translation>Der Arbeitsbereich %1 ist auf einem anderen Computer geöffnet (%2). Schließen Sie ihn zuerst dort. Ist er dort nicht mehr geöffnet, weil dieser Computer ausgefallen ist, löschen Sie die Datei %3.</translation>
    </message>
</context>
<context>
    <name>groundswell::WorkspaceText</name>
    <message>
        <source>The file is damaged: parts of it are not as they were written. Nothing was changed in it.</source>
        <translation>Die Datei ist beschädigt: Teile davon sind nicht mehr so, wie sie geschrieben wurden. Daran wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Restore a copy of it, or save what can still be read with “groundswell-cli rescue”.</source>
        <translation>Stellen Sie eine Kopie wieder her, oder retten Sie mit „groundswell-cli rescue“, was noch lesbar ist.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Groundswell.</source>
        <translation>Die Datei wurde von einer neueren Version von Groundswell geschrieben.</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>This is not a workspace of Groundswell.</source>
        <translation>Das ist kein Arbeitsbereich von Groundswell.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>If there should be, restore a copy of it. Otherwise remove the file, and a new workspace is made in its place.</source>
        <translation>Falls sie etwas enthalten sollte, stellen Sie eine Kopie wieder her. Andernfalls löschen Sie die Datei; an ihrer Stelle wird ein neuer Arbeitsbereich angelegt.</translation>
    </message>
    <message>
        <source>Another program is using the file.</source>
        <translation>Ein anderes Programm verwendet die Datei.</translation>
    </message>
    <message>
        <source>Close the other program and try again.</source>
        <translation>Schließen Sie das andere Programm, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file or its folder can’t be written to.</source>
        <translation>In die Datei oder ihren Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the permissions of both.</source>
        <translation>Prüfen Sie die Zugriffsrechte von beiden.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk. Nothing was changed.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file is on a network drive (%1) that doesn’t keep two programs from writing at once.</source>
        <translation>Die Datei liegt auf einem Netzlaufwerk (%1), das zwei Programme nicht daran hindert, gleichzeitig zu schreiben.</translation>
    </message>
    <message>
        <source>Move the workspace to a folder of this computer.</source>
        <translation>Verschieben Sie den Arbeitsbereich in einen Ordner dieses Computers.</translation>
    </message>
    <message>
        <source>The file can’t be opened.</source>
        <translation>Die Datei kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Check that you may read it and write to its folder.</source>
        <translation>Prüfen Sie, ob Sie sie lesen und in ihren Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>There are already amounts in the workspace, and they are all in its present currency.</source>
        <translation>Im Arbeitsbereich gibt es schon Beträge, und alle sind in seiner jetzigen Währung.</translation>
    </message>
    <message>
        <source>Choose the present currency again, or use a new workspace for another one.</source>
        <translation>Wählen Sie wieder die jetzige Währung, oder nehmen Sie für eine andere einen neuen Arbeitsbereich.</translation>
    </message>
</context>
<context>
    <name>groundswell::phrases</name>
    <message>
        <source>%1 of %2 sold</source>
        <translation>%1 von %2 verkauft</translation>
    </message>
    <message>
        <source>%1 sold</source>
        <translation>%1 verkauft</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <comment>date, time, time zone</comment>
        <translation>%1, %2 (%3)</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The workspace %1 couldn&apos;t be opened.</source>
        <translation>Der Arbeitsbereich %1 konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. With --tour FOLDER the program plays by itself, without one.</source>
        <translation>Es gibt keinen Bildschirm, auf dem sich ein Fenster öffnen ließe. Mit --tour ORDNER spielt sich das Programm ohne einen ab.</translation>
    </message>
</context>
</TS>
