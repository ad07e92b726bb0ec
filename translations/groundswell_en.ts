<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ClusterQualityText</name>
    <message numerus="yes">
        <source>Tried on your own past: %n event(s) were foretold from the sales before, and compared with who bought. Ranges hold with 95% certainty.</source>
        <translation>
            <numerusform>Tried on your own past: %n event was foretold from the sales before, and compared with who bought. Ranges hold with 95% certainty.</numerusform>
            <numerusform>Tried on your own past: %n events were foretold from the sales before, and compared with who bought. Ranges hold with 95% certainty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free seat(s)</source>
        <translation>
            <numerusform>%n free seat</numerusform>
            <numerusform>%n free seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them buy, with or without an ad, as %n comparison(s) with past events showed</source>
        <translation>
            <numerusform>%1 of them buy, with or without an ad, as %n comparison with a past event showed</numerusform>
            <numerusform>%1 of them buy, with or without an ad, as %n comparisons with past events showed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::AttentionStrip</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::AttributionPanel</name>
    <message numerus="yes">
        <source>%1 customers bought within %n day(s) of the e-mail: %2.</source>
        <translation>
            <numerusform>%1 customers bought within %n day of the e-mail: %2.</numerusform>
            <numerusform>%1 customers bought within %n days of the e-mail: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 customers bought within %n day(s) of the e-mail, %3 (95% interval %4 to %5): %6.</source>
        <translation>
            <numerusform>%1 of %2 customers bought within %n day of the e-mail, %3 (95% interval %4 to %5): %6.</numerusform>
            <numerusform>%1 of %2 customers bought within %n days of the e-mail, %3 (95% interval %4 to %5): %6.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::AudiencePackage</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::CampaignWizard</name>
    <message numerus="yes">
        <source>Prepare %n campaign(s)</source>
        <translation>
            <numerusform>Prepare %n campaign</numerusform>
            <numerusform>Prepare %n campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %n campaign(s)</source>
        <translation>
            <numerusform>Publish %n campaign</numerusform>
            <numerusform>Publish %n campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix first. F8 leads from one to the next.</source>
        <translation>
            <numerusform>%n thing to fix first. F8 leads from one to the next.</numerusform>
            <numerusform>%n things to fix first. F8 leads from one to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::ChosenClusterModel</name>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n thing to fix</numerusform>
            <numerusform>%n things to fix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterDetailPane</name>
    <message numerus="yes">
        <source>Expected with this plan: about %n ticket(s).</source>
        <translation>
            <numerusform>Expected with this plan: about %n ticket.</numerusform>
            <numerusform>Expected with this plan: about %n tickets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::ClusterEditor</name>
    <message numerus="yes">
        <source>%n thing(s) to fix first.</source>
        <translation>
            <numerusform>%n thing to fix first.</numerusform>
            <numerusform>%n things to fix first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::CreatePackageDialog</name>
    <message numerus="yes">
        <source>%n event(s) chosen.</source>
        <translation>
            <numerusform>%n event chosen.</numerusform>
            <numerusform>%n events chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::CreativePage</name>
    <message numerus="yes">
        <source>Used for %n cluster(s).</source>
        <translation>
            <numerusform>Used for %n cluster.</numerusform>
            <numerusform>Used for %n clusters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::DraftNotices</name>
    <message numerus="yes">
        <source>%n change(s) from %1 were recovered: %2.</source>
        <translation>
            <numerusform>%n change from %1 was recovered: %2.</numerusform>
            <numerusform>%n changes from %1 were recovered: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Someone else changed this setup. %n field(s) were taken over: %1.</source>
        <translation>
            <numerusform>Someone else changed this setup. %n field was taken over: %1.</numerusform>
            <numerusform>Someone else changed this setup. %n fields were taken over: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::EventHeader</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::EventsPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::GeoPicker</name>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%n place found</numerusform>
            <numerusform>%n places found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::MainWindow</name>
    <message numerus="yes">
        <source>%n campaign(s) are ready for hand-over.</source>
        <translation>
            <numerusform>%n campaign is ready for hand-over.</numerusform>
            <numerusform>%n campaigns are ready for hand-over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) are published.</source>
        <translation>
            <numerusform>%n campaign is published.</numerusform>
            <numerusform>%n campaigns are published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) of “%1” are ready for hand-over.</source>
        <translation>
            <numerusform>%n campaign of “%1” is ready for hand-over.</numerusform>
            <numerusform>%n campaigns of “%1” are ready for hand-over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) of “%1” are published.</source>
        <translation>
            <numerusform>%n campaign of “%1” is published.</numerusform>
            <numerusform>%n campaigns of “%1” are published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The campaigns of “%1” differ from your setup in %n field(s).</source>
        <translation>
            <numerusform>The campaigns of “%1” differ from your setup in %n field.</numerusform>
            <numerusform>The campaigns of “%1” differ from your setup in %n fields.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::NewerClustersDialog</name>
    <message numerus="yes">
        <source>%n ad text(s)</source>
        <translation>
            <numerusform>%n ad text</numerusform>
            <numerusform>%n ad texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) will move.</source>
        <translation>
            <numerusform>%n cluster will move.</numerusform>
            <numerusform>%n clusters will move.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will have no counterpart.</source>
        <translation>
            <numerusform>%n will have no counterpart.</numerusform>
            <numerusform>%n will have no counterpart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::PackagesDock</name>
    <message numerus="yes">
        <source>%n package(s) selected.</source>
        <translation>
            <numerusform>%n package selected.</numerusform>
            <numerusform>%n packages selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::PlanPage</name>
    <message numerus="yes">
        <source>The campaign runs for %n day(s).</source>
        <translation>
            <numerusform>The campaign runs for %n day.</numerusform>
            <numerusform>The campaign runs for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::ProblemText</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::ReviewPage</name>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n thing to fix</numerusform>
            <numerusform>%n things to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) for %1 in all.</source>
        <translation>
            <numerusform>%n campaign for %1 in all.</numerusform>
            <numerusform>%n campaigns for %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are worth a look.</source>
        <translation>
            <numerusform>%n thing is worth a look.</numerusform>
            <numerusform>%n things are worth a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more variant(s)</source>
        <translation>
            <numerusform>%1 and %n more variant</numerusform>
            <numerusform>%1 and %n more variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audience(s)</source>
        <translation>
            <numerusform>%n audience</numerusform>
            <numerusform>%n audiences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::SaveStateLabel</name>
    <message numerus="yes">
        <source>Couldn’t save to the server. %1 Trying again in %n s.</source>
        <translation>
            <numerusform>Couldn’t save to the server. %1 Trying again in %n s.</numerusform>
            <numerusform>Couldn’t save to the server. %1 Trying again in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign in again to send %n change(s)</source>
        <translation>
            <numerusform>Sign in again to send %n change</numerusform>
            <numerusform>Sign in again to send %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::StepButton</name>
    <message numerus="yes">
        <source>%n thing(s) to fix.</source>
        <translation>
            <numerusform>%n thing to fix.</numerusform>
            <numerusform>%n things to fix.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::SummaryCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::TargetingPage</name>
    <message numerus="yes">
        <source>Used for %n cluster(s).</source>
        <translation>
            <numerusform>Used for %n cluster.</numerusform>
            <numerusform>Used for %n clusters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::VersionListModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>groundswell::phrases</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
