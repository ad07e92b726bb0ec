"""What moves.py moves and renames, by stage. Every line stands by itself: one that finds nothing is reported and skipped."""
import os
import posixpath
import re
import shutil

import engine

STAGES = ['folders', 'wizard', 'look', 'taste', 'words']
# Names of the wire, of database tables and of people stand in these; they are never rewritten.
NEVER_TOUCH = {'LICENSE', 'packaging/linux/copyright', 'resources/api/wave-openapi.yaml', 'CHANGELOG.md'}


def lupdate():
    for path in ('/usr/lib/qt6/bin/lupdate', '/usr/lib/qt6/libexec/lupdate'):
        if os.path.exists(path):
            return path
    return shutil.which('lupdate6') or shutil.which('lupdate')


# ---- folders as a whole: (old, new) -----------------------------------------------------------------------------------------------
FOLDERS = {
    'folders': [
        ('app/desktop/import', 'app/desktop/import'),
        ('app/service/import', 'app/service/import'),
        ('tests/service/import', 'tests/service/import'),
        ('app/service/evaluation', 'app/service/evaluation'),
        ('tests/service/evaluation', 'tests/service/evaluation'),
        ('tests/service/usecases', 'tests/service/usecases'),
    ],
}


def spread(root, groups):
    """{'sub': 'a b c'} → [(root/a.*, root/sub/a.*), …]; a name with a dot is that file alone."""
    pairs = []
    for folder, names in groups.items():
        for name in names.split():
            ending = '' if '.' in name else '.*'
            pairs.append((f'{root}/{name}{ending}', f'{root}/{folder}/{name}{ending}'))
    return pairs


def across(old, new, groups):
    return [(f'{old}/{name}.*', f'{new}/{folder}/{name}.*' if folder else f'{new}/{name}.*')
            for folder, names in groups.items() for name in names.split()]


# ---- files: (old, new); "x.*" is header and source --------------------------------------------------------------------------------
FILES = {
    'folders': [
        ('app/service/http/server/advisories.md', 'app/service/http/server/advisories.md'),
        *spread('app/service/http', {
            'server': 'bodyscan connection door guard library message multipart reply requesthead server sockets workers',
            'routes': 'api mediaurls parameters router routes routes_campaigns routes_events routes_ingest routes_integrations '
                      'routes_local routes_media routes_packages routes_partner routes_planning routes_results routes_setups',
        }),
        *spread('app/net', {
            'rest': 'accessmanager answerhandler answermemory httplog oncebody reachability request requesthandle restcall '
                    'restclient retryafter retrypolicy scheduler session transportproblem',
            'once': 'aftermath making makings',
            'wave': 'answers assumed setuprow tokenrefresher waveclient waveclient_campaigns waveclient_events waveclient_local '
                    'waveclient_packages waveclient_setup',
        }),
        *spread('app/service/store/sqlite', {
            'connection': 'checkedpages checkpoints connections database fairmutex storeproblem',
            'import': 'bulksource customerimport eventimport rowhash upsert',
            'migrations': 'migrations',
            'stores': 'contactreader contentstate datasetload eventfilter packagelist rowjson sqlitecampaignstore sqliteeventstore '
                      'sqlitepackagestore sqliterunstore sqlitesalesstore sqlitesettingsstore sqlitesetupstore sqlitetypedsales',
        }),
        *across('app/service/workspace', 'app/service/usecases', {
            'campaigns': 'campaigns campaignplan results',
            'import': 'imports',
            'packages': 'packagedesk packageevaluation packagelist',
            'planning': 'campaignhistory estimatebasis planner',
            'settings': 'localsettings',
            'setups': 'calltoactions rowform setups',
            'targeting': 'places',
            'taste': 'clusterjson evaluationjson tasteevaluations tasteruns',
            '': 'bodyform rooms',
        }),
        # The main window sees every page, the pages see what the window gives them: two folders, so that arrows go down.
        *across('app/desktop/shell', 'app/desktop', {'window': 'mainwindow shellactions shortcutsdialog'}),
        ('app/desktop/settings.*', 'app/desktop/shell/settings.*'),
    ],
    'wizard': [
        *spread('wizard', {
            'shell': 'issueboard partstatus wizardcontext wizardpage',
            'plan': 'expectedvaluepane planpage planwords',
            'clusters': 'clusterdelegates clusterdetailpane clustermodels clustersidebar clusterspage runmovedialog',
            'creative': 'creativeform creativematrix creativematrixmodel creativepage mediafield previewpane',
            'targeting': 'geopicker targetingform targetingpage',
            'integrations': 'integrationform integrationspage',
            'transparency': 'disclosurecard dsapage',
            'review': 'issuelist reviewpage summarycard',
        }),
        ('wizard/draftsharing.*', 'wizard/clusters/draftsharing.*'),
    ],
    'look': [
        *spread('app/look', {
            'style': 'accessibility desktopscheme icons portalsetting shapes style stylemetrics stylepainter stylepainter_controls '
                     'stylepainter_views theme tokens tone typography units',
            'inputs': 'chiplist field usable',
            'pieces': 'adpreview barlist capacitybar card emptystate flowlayout inlineprogress kpitile messagebar savestatelabel '
                      'skeletonrows statuspill steprail',
            'texts': 'fieldtext fieldvalue graphemes issuetext platformwords problemtext words workspacetext',
        }),
        *((f'wizard/{name}.*', f'app/look/inputs/{name}.*') for name in ('inputs', 'choicebox', 'dayedit', 'moneyedit', 'textinputs')),
        # One place for wording; what words a value of a single screen stays beside that screen.
        ('wizard/plan/planwords.*', 'app/look/texts/planwords.*'),
        ('wizard/planwords.*', 'app/look/texts/planwords.*'),
        ('app/desktop/phrases.*', 'app/look/texts/phrases.*'),
        ('app/desktop/import/importwords.*', 'app/look/texts/importwords.*'),
        ('app/desktop/import/importwords.*', 'app/look/texts/importwords.*'),
        ('app/desktop/packages/packagelook.*', 'app/look/texts/packagelook.*'),
    ],
    'taste': spread('app/service/taste', {
        'numerics': 'dense densefew densekernels densewide kmeans logistic parallel random ranking',
        'features': 'ease features gram interactions metadata volume',
        'groups': 'eventvectors labels tastegroups',
        'replay': 'blend replay',
        'run': 'run runstate runview',
        'clusters': 'audiencesplit eventclusters groupvotes scoring',
        'quality': 'evaluation evaluationreplay gates rankingfigures',
    }),
    'words': [
        # import
        ('app/service/usecases/import/imports.*', 'app/service/usecases/import/importjobs.*'),
        ('app/service/store/importrows.h', 'app/service/store/importrows.h'),
        ('app/service/http/routes/routes_sales.cpp', 'app/service/http/routes/routes_sales.cpp'),
        ('app/look/texts/importwords.*', 'app/look/texts/importtext.*'),
        ('app/cli/importwording.*', 'app/cli/importtext.*'),
        # evaluation of a package
        ('models/wave/packageevaluation.cpp', 'models/wave/packageevaluation.cpp'),
        ('app/service/evaluation/backhaul.*', 'app/service/evaluation/purchasecounts.*'),
        ('app/service/evaluation/attributionwindow.cpp', 'app/service/evaluation/attributionwindow.cpp'),
        ('tests/service/evaluation/tst_purchasecounts.cpp', 'tests/service/evaluation/tst_purchasecounts.cpp'),
        ('tests/bench/engine_evaluation.cpp', 'tests/bench/engine_evaluation.cpp'),
        ('tests/bench/evaluation.sh', 'tests/bench/evaluation.sh'),
        ('app/desktop/packages/attributionsentence.*', 'app/desktop/packages/attributiontext.*'),
        # how good the clusters are
        ('app/service/taste/quality/evaluation.*', 'app/service/taste/quality/clusterquality.*'),
        ('app/service/taste/quality/evaluationreplay.*', 'app/service/taste/quality/qualityreplay.*'),
        ('app/service/usecases/taste/evaluationjson.*', 'app/service/usecases/taste/clusterqualityjson.*'),
        ('app/service/usecases/taste/tasteevaluations.*', 'app/service/usecases/taste/clusterqualityreports.*'),
        ('app/service/store/sqlite/migrations/clusterquality.cpp', 'app/service/store/sqlite/migrations/clusterquality.cpp'),
        ('tests/service/taste/tst_clusterquality.cpp', 'tests/service/taste/tst_clusterquality.cpp'),
        ('tests/service/http/tst_clusterquality.cpp', 'tests/service/http/tst_clusterquality.cpp'),
        ('app/desktop/eventpage/clusterqualitywords.*', 'app/desktop/eventpage/clusterqualitytext.*'),
        # a package is a package
        ('app/service/usecases/packages/packagedesk.*', 'app/service/usecases/packages/audiencepackages.*'),
        ('app/service/packages/audience.*', 'app/service/packages/computedpackage.*'),
        ('app/service/packages/mergedpackage.cpp', 'app/service/packages/mergedpackage.cpp'),
        ('tests/service/packages/tst_computedpackage.cpp', 'tests/service/packages/tst_computedpackage.cpp'),
        ('tests/service/packages/tst_mergedpackage.cpp', 'tests/service/packages/tst_mergedpackage.cpp'),
        ('tests/service/usecases/tst_audiencepackages.cpp', 'tests/service/usecases/tst_audiencepackages.cpp'),
        ('app/look/texts/packagelook.*', 'app/look/texts/packagetext.*'),
        # of what a run is
        ('app/service/store/tasterunstore.h', 'app/service/store/tasterunstore.h'),
        ('app/service/store/sqlite/stores/sqliterunstore.*', 'app/service/store/sqlite/stores/sqlitetasterunstore.*'),
        ('app/service/taste/run/run.*', 'app/service/taste/run/tasterun.*'),
        ('app/service/taste/run/tasterunmodel.h', 'app/service/taste/run/tasterunmodel.h'),
        ('app/service/taste/run/tasterunview.cpp', 'app/service/taste/run/tasterunview.cpp'),
        ('app/service/taste/tasterunparameters.h', 'app/service/taste/tasterunparameters.h'),
        ('wizard/clusters/runmovedialog.*', 'wizard/clusters/newerclustersdialog.*'),
        ('models/draft/runmove.*', 'models/draft/newerclusters.*'),
        ('tests/models/test_newerclusters.cpp', 'tests/models/test_newerclusters.cpp'),
        # words that are not the field's
        ('app/service/usecases/rooms.*', 'app/service/usecases/usecases.*'),
        ('app/cli/roomsaccess.*', 'app/cli/openusecases.*'),
        ('app/desktop/eventpage/eventhero.*', 'app/desktop/eventpage/eventheader.*'),
        ('app/desktop/events/standing.*', 'app/desktop/events/eventstatus.*'),
        ('tests/e2e/faults/evening.*', 'tests/e2e/faults/typingsession.*'),
        ('tests/e2e/faults/tst_typing_sessions.cpp', 'tests/e2e/faults/tst_typing_sessions.cpp'),
        # what words something ends in "text"
        ('app/look/texts/planwords.*', 'app/look/texts/plantext.*'),
        ('app/look/texts/platformwords.*', 'app/look/texts/calltoactiontext.*'),
        ('app/look/texts/words.*', 'app/look/texts/setuptext.*'),
        ('models/items/words.*', 'models/items/statustext.*'),
    ],
}
# Folders whose files all have a place of their own after the stage, and what stays.
EMPTIED = {
    'folders': ['app/service/http', 'app/net', 'app/service/store/sqlite', 'app/service/workspace'],
    'wizard': ['wizard'],
    'look': ['app/look'],
    'taste': ['app/service/taste'],
}
STAYS = {f'{p}.{e}' for p in (
    'app/service/store/sqlite/sqlitestore', 'app/service/workspace/workspace', 'app/service/workspace/jobpool',
    'app/service/workspace/turn', 'app/service/workspace/mediafolder', 'app/service/workspace/barename', 'wizard/campaignwizard',
    'wizard/clustereditor', 'wizard/inputs', 'wizard/choicebox', 'wizard/dayedit', 'wizard/moneyedit', 'wizard/textinputs', 'app/service/taste/runparameters', 'app/service/taste/tasterunparameters')
    for e in ('h', 'cpp')}

# ---- symbols: (old, new, where, kinds = "cm" for code and comments, "exists" where the new word may stand elsewhere) ---------------
APP = 'app/service/ tests/service/ tests/bench/ app/cli/ tests/cli/'
SYMBOLS = {
    'words': [
        # import
        ('ImportRows', 'ImportRows'),
        ('Imports', 'ImportJobs', 'app/service/', 'c'),
        ('TestImports', 'TestImportJobs', 'tests/service/http/tst_imports.cpp'),
        ('addSalesRoutes', 'addSalesRoutes'),
        ('ImportText', 'ImportText'),
        # evaluation of a package; attribution is the rule by which a purchase counts
        ('AttributionSettings', 'AttributionSettings'),
        ('PackageAttributionModel', 'PackageAttributionModel'),
        ('PackageEvaluation', 'PackageEvaluation'),
        ('setAttributionDefaults', 'setAttributionDefaults'),
        ('attributionDefaults', 'attributionDefaults'),
        ('setAttributionSettings', 'setAttributionSettings'),
        ('attributionSettings', 'attributionSettings'),
        ('packageEvaluation', 'packageEvaluation'),
        ('backhaul', 'attribution', 'tests/net/allcalls.cpp', 'c', 'exists'),
        ('AttributionModel', 'PurchasesToCount', 'app/service/ tests/service/ tests/bench/'),
        ('Attribution', 'PackageCounts', 'app/service/ tests/service/ tests/bench/', 'c'),
        ('PurchaseCounts', 'PurchaseCounts'),
        ('countPurchases', 'countPurchases'),
        ('TestPurchaseCounts', 'TestPurchaseCounts'),
        ('measureEvaluation', 'measureEvaluation'),
        # how good the clusters are
        ('ClusterQuality', 'ClusterQuality'),
        ('ClusterQualityReports', 'ClusterQualityReports'),
        ('ClusterQualityOptions', 'ClusterQualityOptions'),
        ('measureClusterQuality', 'measureClusterQuality'),
        ('clusterQualityVersion', 'clusterQualityVersion'),
        ('startClusterQuality', 'startClusterQuality'),
        ('cancelClusterQuality', 'cancelClusterQuality'),
        ('clusterQuality', 'clusterQuality', '*', 'cm', 'exists'),
        ('keepClusterQuality', 'keepClusterQuality'),
        ('TestEvaluation', 'TestClusterQuality', 'tests/service/taste/'),
        ('TestEvaluations', 'TestClusterQualityReports', 'tests/service/http/'),
        ('ClusterQualityText', 'ClusterQualityText'),
        ('evaluations', 'qualityReports', 'app/service/usecases/ app/service/workspace/ app/service/http/ tests/service/usecases/ '
                                          'tests/service/usecases/', 'c'),
        # a package is a package
        ('AudiencePackages', 'AudiencePackages'),
        ('TestAudiencePackages', 'TestAudiencePackages'),
        ('desk', 'packages', 'tests/service/usecases/ tests/service/usecases/', 'c', 'exists shared'),
        ('PackageSpec', 'PackageSpec'),
        ('PackageMode', 'PackageMode'),
        ('ComputedMember', 'ComputedMember'),
        ('ComputedCluster', 'ComputedCluster'),
        ('PackageExclusions', 'PackageExclusions'),
        ('ListPerson', 'ListPerson'),
        ('Audience', 'ComputedPackage', 'app/service/packages/ app/service/usecases/packages/ app/service/workspace/packagedesk* '
                                        'tests/service/packages/ tests/service/usecases/ tests/service/usecases/', 'c'),
        ('computePackage', 'computePackage'),
        ('uniteClusters', 'uniteClusters'),
        ('TestComputedPackage', 'TestComputedPackage'),
        ('TestMergedPackage', 'TestMergedPackage'),
        # of what a run is
        ('TasteRunParameters', 'TasteRunParameters'),
        ('TasteRunQuality', 'TasteRunQuality'),
        ('TasteRunProgress', 'TasteRunProgress'),
        ('TasteRunRecord', 'TasteRunRecord'),
        ('TasteRunStore', 'TasteRunStore'),
        ('SqliteTasteRunStore', 'SqliteTasteRunStore'),
        ('TasteRunView', 'TasteRunView'),
        ('LoadedTasteRun', 'LoadedTasteRun'),
        ('CampaignRunState', 'TasteRunModel', 'app/service/taste/ tests/service/taste/'),
        ('CampaignRunState', 'CampaignRunState', '* !app/service/taste/ !tests/service/taste/ !resources/'),
        ('setCampaignRunState', 'setCampaignRunState'),
        ('computeTasteRun', 'computeTasteRun'),
        ('NewerClustersDialog', 'NewerClustersDialog'),
        ('offerNewerClusters', 'offerNewerClusters'),
        ('openNewerClusters', 'openNewerClusters'),
        ('showNewerClusters', 'showNewerClusters'),
        ('newerClustersRequested', 'newerClustersRequested'),
        ('TestNewerClusters', 'TestNewerClusters'),
        ('runMove', 'newerClusters', 'tests/wizard/', 'c', 'exists'),
        ('runMove_data', 'newerClusters_data', 'tests/wizard/', 'c', 'exists'),
        # words that are not the field's
        ('UseCases', 'UseCases', '*', 'c'),
        ('openUseCases', 'openUseCases'),
        ('newUseCases', 'newUseCases'),
        ('largeUseCases', 'largeUseCases'),
        ('rooms', 'useCases', 'app/service/ app/cli/ tests/service/ tests/cli/ tests/e2e/', 'c'),
        ('doHousekeeping', 'doHousekeeping'),
        ('lcHousekeeping', 'lcHousekeeping'),
        ('Ground', 'EventBasis', 'app/service/usecases/planning/ app/service/workspace/planner*', 'c'),
        ('ground', 'basis', 'app/service/usecases/planning/planner* app/service/workspace/planner*', 'c', 'exists shared'),
        ('Counted', 'SalesCounts', 'app/service/usecases/planning/ app/service/workspace/planner*', 'c'),
        ('counted', 'salesCounts', 'app/service/usecases/planning/planner* app/service/workspace/planner*', 'c'),
        ('m_counted', 'm_salesCounts', 'app/service/usecases/planning/ app/service/workspace/planner*'),
        ('EventHeader', 'EventHeader'),
        ('m_hero', 'm_header', 'app/desktop/eventpage/', 'cm', 'exists'),
        ('hero', 'header', 'tests/desktop/tst_eventpage.cpp', 'cm', 'exists'),
        ('Standing', 'EventStatus', 'app/desktop/ tests/desktop/'),
        ('EventStatusLook', 'EventStatusLook'),
        ('eventStatusOf', 'eventStatusOf'),
        ('Evening', 'TypingSession', 'tests/e2e/faults/ tests/autosave/tst_saver_faults.cpp', 'c'),
        ('evening', 'typing', 'tests/e2e/faults/ tests/autosave/tst_saver_faults.cpp', 'c', 'exists'),
        ('evenings', 'sessions', 'tests/e2e/faults/', 'c', 'exists'),
        ('TestTypingSessions', 'TestTypingSessions'),
        ('burstsASession', 'burstsASession'),
        ('aLongSessionStaysSmall', 'aLongSessionStaysSmall'),
        ('onACalmNetworkWhatIsAcknowledgedIsSettled', 'onACalmNetworkWhatIsAcknowledgedIsSettled'),
        ('onACalmNetworkOneBurstIsOneWrite', 'onACalmNetworkOneBurstIsOneWrite'),
        ('everyPartAgreesWithTheFile', 'everyPartAgreesWithTheFile'),
        ('Desk', 'DraftFixture', 'tests/autosave/tst_archive.cpp tests/desktop/tst_versions.cpp'),
        ('desk', 'fixture', 'tests/autosave/tst_archive.cpp tests/desktop/tst_versions.cpp', 'c', 'exists'),
        ('ground', 'background', 'app/look/ wizard/ tests/look/ app/desktop/', 'cm', 'exists'),
        ('grounds', 'backgrounds', 'app/look/ wizard/ tests/look/ app/desktop/', 'cm', 'exists'),
        ('paintBackground', 'paintBackground'),
        # what words something ends in "text"
        ('PlanText', 'PlanText'),
    ],
}
CONTEXTS = {'words': [
    ('ClusterQualityText', 'ClusterQualityText'),
    ('PlanText', 'PlanText'),
    ('groundswell::Words', 'groundswell::StatusText'),
    ('groundswell::Standing', 'groundswell::EventStatus'),
]}

# ---- anything else: (regular expression, replacement, where, "maybe" = not reported where it is absent) ----------------------------
DOCS = 'README.md tests/bench/README.md packaging/ CMakeLists.txt'
REPLACE = {
    'folders': [
        (r'add_subdirectory\(ingest\)', 'add_subdirectory(import)', 'app/service/CMakeLists.txt tests/service/CMakeLists.txt'),
        (r'add_subdirectory\(backhaul\)', 'add_subdirectory(evaluation)', 'app/service/CMakeLists.txt tests/service/CMakeLists.txt'),
        (r'add_subdirectory\(workspace\)', 'add_subdirectory(usecases)', 'tests/service/CMakeLists.txt'),
        (r'\bgroundswell_service_ingest\b', 'groundswell_service_import', '*'),
        (r'\bgroundswell_service_backhaul\b', 'groundswell_service_evaluation', '*'),
        (r'(http → )workspace → (packages, planning(?: →|,) taste, )backhaul, ingest',
         r'\1usecases → workspace, \2evaluation, import', '*'),
        (r'(?<!/)\bingest/(?=\w)', 'import/', 'app/service/ app/cli/ tests/service/', 'maybe'),
    ],
    'words': [
        # CMake's names of tests
        (r'\btst_backhaul\b', 'tst_purchasecounts', '*'),
        (r'\btst_packagedesk\b', 'tst_audiencepackages', '*'),
        (r'\btst_tasteevaluation\b', 'tst_clusterquality', '*'),
        (r'\btst_evaluation\b(?=\.moc|\.cpp)', 'tst_clusterquality', 'tests/service/taste/', 'maybe'),
        (r'(drafts )evaluations( imports)', r'clusterquality \1\2', 'tests/service/http/CMakeLists.txt'),
        (r'(campaigns )(coverage currencies )clusterquality ', r'\1clusterquality \2', 'tests/service/http/CMakeLists.txt', 'maybe'),
        (r'drafts  imports', 'drafts imports', 'tests/service/http/CMakeLists.txt', 'maybe'),
        (r'\btst_buildaudience\b', 'tst_computedpackage', '*'),
        (r'\btst_mergeaudiences\b', 'tst_mergedpackage', '*'),
        (r'\btest_runmove\b', 'test_newerclusters', '*'),
        (r'\btst_evenings\b', 'tst_typing_sessions', '*'),
        (r'\bevening_sources\b', 'typing_session_sources', 'tests/e2e/CMakeLists.txt'),
        (r'\bGROUNDSWELL_EVENINGS\b', 'GROUNDSWELL_TYPING_SESSIONS', '*'),
        # calls and members that only a pattern tells apart
        (r'\bWords::(of|statusOf)\b', r'StatusText::\1', '*.cpp *.h'),
        (r'\bclass Words \{', 'class StatusText {', 'models/items/statustext.h models/items/statustext.h'),
        (r'groundswell::Words\b', 'groundswell::StatusText', 'models/items/statustext.h models/items/statustext.h'),
        (r'(\bruns\(\)\s*\.|\bSqliteRunStore::|\boptional<QJsonObject>> )evaluation\(', r'\1clusterQuality(',
         'app/service/store/tasterunstore.h app/service/store/tasterunstore.h app/service/store/sqlite/ app/service/usecases/ '
         'app/service/workspace/ tests/service/'),
        (r'\bsteps::evaluation\b', 'steps::clusterQuality', 'app/service/store/sqlite/'),
        (r'(const char \*const )evaluation\b', r'\1clusterQuality', 'app/service/store/sqlite/migrations/'),
        (r'\bPhrases\b', 'Texts', 'app/look/texts/problemtext.cpp app/look/texts/issuetext.cpp app/look/texts/problemtext.cpp '
                                  'app/look/texts/issuetext.cpp', 'maybe'),
        # object names, in code, tests and tour alike
        (r'(u?)"eventHero"', r'\1"eventHeader"', 'app/ tests/'),
        (r'"backhaul(Model|Window|Sent)"', r'"package\1"', 'app/ tests/'),
        (r'"runMove([A-Z]\w*)"', r'"newerClusters\1"', 'app/ tests/ wizard/'),
        (r'"newerClustersDialog"', '"newerClustersDialog"', 'app/ tests/ wizard/', 'maybe'),
        (r'"groundswell\.service\.house"', '"groundswell.service.housekeeping"', 'app/ tests/'),
        (r'addColumn<int>\("ground"\)', 'addColumn<int>("background")', 'tests/look/tst_tokens.cpp'),
        # measurements
        (r'\bbackhaul_with_', 'evaluation_with_', 'tests/bench/'),
        (r'\bbackhaul_queries\b', 'evaluation_queries', 'tests/bench/'),
        (r'\bbackhaul\.(groundswell|rival)\b', r'evaluation.\1', 'tests/bench/'),
        (r'(?<![\w/.])backhaul(?![\w/.])', 'evaluation', 'tests/bench/run tests/bench/lib.sh tests/bench/evaluation.sh '
                                                        'tests/bench/evaluation.sh tests/bench/engine.cpp tests/bench/engine_* '
                                                        'tests/bench/groundswell.sh tests/bench/rivals.sh', ''),
        # comments and documents
        (r'Packages and backhaul \(', 'Packages and their evaluation (', 'app/net/'),
        (r'Audience packages, backhaul \(', 'Audience packages, their evaluation (', 'app/net/'),
        (r'# The house: one folder', '# The layers: one folder', 'CMakeLists.txt'),
        (r'One folder, one room, one target', 'One folder, one target', 'README.md'),
        (r'\| room \| target \|', '| folder | target |', 'README.md'),
        (r'one folder per room, and', 'the same folders again, and', 'README.md'),
        (r'(tst_typing_sessions) {3,}#', r'\1  #', 'README.md'),
        (r'\*\*House rules\*\* that a lint checks', '**Rules** that a lint checks', 'README.md'),
        (r'Autosave is tried in bad weather', 'Autosave is tried on a bad network', 'README.md'),
        (r'with the diary of its evening', 'with the diary of its session', 'README.md'),
        (r"doesn't know the rules of the house|what the rules of the house forbid", 'what the rules of the project forbid',
         'tests/lint/bans.sh'),
        (r'sees nothing of the house', 'sees nothing of the program', 'tests/lint/directions.sh'),
        (r'so that every room may use it', 'so that every folder may use it', 'app/files/CMakeLists.txt'),
        (r"so that each room's direction holds at the linker", "so that each folder's direction holds at the linker",
         'app/service/CMakeLists.txt'),
        (r'# A static library of one room\.', '# The static library of one folder.', 'packaging/cmake/GroundswellTargets.cmake'),
        (r'# One folder per room of the house\.', '# The folders of the sources again.', 'tests/CMakeLists.txt'),
        (r'# Tests of this room are listed here with groundswell_test\(\)\.',
         '# Tests of this folder are listed here with groundswell_test().', 'tests/'),
        (r'for rooms with widgets only', 'for folders with widgets only', 'tests/support/CMakeLists.txt'),
        (r'for the rooms that compute', 'for what computes', 'tests/support/CMakeLists.txt'),
        (r'The rooms of a workspace that must exist', 'The use cases of a workspace that must exist', 'app/cli/'),
        (r'a problem of the inner rooms is answered', 'a problem of the layers below is answered', 'app/service/http/'),
        (r'beside the rooms\.', 'beside the use cases.', 'app/service/http/'),
        (r'what the rooms of the service refuse', 'what the parts of the service refuse', 'app/service/store/refusal.h'),
        (r'Small values of other rooms', 'Small values of other parts', 'app/service/store/settingsstore.h'),
        (r'on its way out of a room:', 'on its way out:', 'app/service/store/stopped.h'),
        (r'Whoever calls the room is answered', 'Whoever asked for it is answered', 'app/service/store/stopped.h'),
        (r'For the rooms that work with runs', 'For what works with runs', 'app/service/taste/'),
        (r'the rooms of the service put together, values in', 'what the service can do, values in',
         'app/service/usecases/CMakeLists.txt app/service/workspace/CMakeLists.txt', 'maybe'),
        (r'All rooms of one workspace, put together', 'All use cases of one workspace, put together', 'app/service/'),
        (r'What the\n/// rooms of the service build on', 'What the\n/// use cases of the service build on', 'app/service/workspace/'),
        (r'Takes up unfinished work and keeps house from now on', 'Takes up unfinished work and tidies up from now on',
         'app/service/usecases/'),
        (r'The part of the package desk that', 'The part of AudiencePackages that', 'app/service/usecases/ app/service/workspace/'),
        (r'A house counts as selling out', 'An event counts as selling out', 'app/desktop/events/attention.h'),
        (r'bad weather before it', 'bad network before it', 'tests/autosave/faultyserver.h'),
        (r'(// --- )Clean weather', r'\1A clean network', 'tests/autosave/tst_draftsaver.cpp'),
        (r'// not calm weather', '// not a calm network', 'tests/autosave/'),
        (r'another field, and the weather\.', 'another field, and the network.', 'tests/autosave/tst_saver_faults.cpp'),
        (r'the weather was bad enough', 'the network was bad enough', 'tests/autosave/tst_saver_faults.cpp'),
        (r'as an evening goes', 'as a session goes', 'tests/autosave/tst_archive.cpp'),
        (r'a long evening of typing', 'a long session of typing', 'app/autosave/journalwriter.cpp'),
        (r'# Bad weather: many evenings of typing through it', '# A bad network: many sessions of typing over it',
         'tests/e2e/CMakeLists.txt'),
        (r'The weather has its time too', 'The network has its time too', 'tests/e2e/faults/'),
        (r'bursts of typing in bad weather', 'bursts of typing on a bad network', 'tests/e2e/faults/'),
        (r'or of the weather before it', 'or of the faulty network before it', 'tests/e2e/faults/marketer.h'),
        (r'looks into a failed evening', 'looks into a failed session', 'tests/e2e/faults/marketer.h'),
        (r'from which an evening starts', 'from which a session starts', 'tests/e2e/faults/people.h'),
        (r'Plays many evenings', 'Plays many sessions', 'tests/e2e/faults/'),
        (r'in both modes, through bad weather', 'in both modes, over a bad network', 'tests/e2e/faults/'),
        (r'"the evening can\'t begin"', '"the session can\'t begin"', 'tests/e2e/faults/'),
        (r'%d evenings', '%d sessions', 'tests/e2e/faults/'),
        (r'/// Bad weather between a real client', '/// A bad network between a real client', 'tests/e2e/faultyproxy.h'),
        (r'in calm weather; (\w+) has the bad', r'on a calm network; \1 has the bad one', 'tests/e2e/tst_autosave_e2e.cpp'),
        (r'In calm weather each burst', 'On a calm network each burst', 'app/desktop/tour/'),
        (r'The last two letters name a handful of houses', 'The last two letters name a handful of addresses',
         'app/audience/normalise.cpp'),
    ],
}


# ---- what needs more than a table --------------------------------------------------------------------------------------------------
def prepare_use_cases(run):
    """The use cases get a target of their own, before their files come to it."""
    here = 'app/service/usecases/CMakeLists.txt'
    there = 'app/service/workspace/CMakeLists.txt'
    known = set(engine.files(run.root))
    if here in known or there not in known or run.dry:
        return
    os.makedirs(os.path.join(run.root, 'app/service/usecases'), exist_ok=True)
    old = engine.read(run.root, there)
    link = re.search(r'LINK ([\w\s:]*?)\n\s*PCH', old)
    targets = link.group(1).split() if link else []
    own = [t for t in targets if not t.startswith('groundswell_service_')]
    lower = ['groundswell_service_store']
    pch = re.search(r'\n\s*PCH [^)]*', old)
    layout = lambda words, indent: ' '.join(words)  # noqa: E731
    engine.write(run.root, here,
                 '# What the routes and the commands call: what the service can do, values in and values out.\n'
                 'groundswell_library(groundswell_service_usecases\n    SOURCES\n'
                 f'    LINK {layout(["groundswell_service_workspace"] + [t for t in targets if t.startswith("groundswell_service_")][:3], 9)}\n'
                 f'         {layout([t for t in targets if t.startswith("groundswell_service_")][3:] + own, 9)}'
                 + (pch.group(0) if pch else '') + ')\n')
    fresh = re.sub(r'^# .*\n', '# What every use case stands on: the file, the clock, the media, the data in memory and the threads.\n', old, count=1)
    if link:
        fresh = fresh.replace(link.group(1), ' '.join(lower))
    engine.write(run.root, there, fresh)
    engine.git(run.root, 'add', '-N', here)
    service = 'app/service/CMakeLists.txt'
    text = engine.read(run.root, service)
    engine.write(run.root, service, text.replace('add_subdirectory(workspace)\n', 'add_subdirectory(workspace)\nadd_subdirectory(usecases)\n'))
    for path in known:
        if path.endswith('CMakeLists.txt') and not path.startswith('app/service/workspace/'):
            text = engine.read(run.root, path)
            if 'groundswell_service_workspace' in text:
                engine.write(run.root, path, text.replace('groundswell_service_workspace', 'groundswell_service_usecases'))


BLOCKS = [r'struct TasteRunParameters \{', r'struct TasteRunQuality \{', r'using ProgressFn =']


def split_run_parameters(run):
    """What a run is given and what it measures lie below the run, so that groups and replay needn't see it."""
    source, target = 'app/service/taste/run/tasterun.h', 'app/service/taste/tasterunparameters.h'
    known = set(engine.files(run.root))
    if source not in known or target in known:
        run.note('tasterunparameters.h: nothing to take out of tasterun.h')
        return
    text = engine.read(run.root, source)
    taken = []
    for start in BLOCKS:
        ending = r'.*?^\};\n' if start.endswith(r'\{') else r'[^;]*;\n'
        found = re.search(r'(?:^///[^\n]*\n)*^' + start + ending + r'\n?', text, re.M | re.S)
        if not found:
            run.errors.append(f'tasterun.h: no {start}')
            return
        taken.append(found.group(0).rstrip('\n') + '\n')
        text = text.replace(found.group(0), '')
    engine.write(run.root, target,
                 '#pragma once\n\n#include <cstdint>\n#include <functional>\n#include <optional>\n#include <string_view>\n\n'
                 'namespace groundswell::service {\n\n' + '\n'.join(taken) + '\n} // namespace groundswell::service\n')
    text = text.replace('#include "models/wave/problem.h"\n',
                        '#include "app/service/taste/tasterunparameters.h"\n#include "models/wave/problem.h"\n')
    engine.write(run.root, source, text)
    engine.git(run.root, 'add', '-N', target)
    for path in ('app/service/taste/replay/replay.h', 'app/service/taste/groups/tastegroups.h'):
        if path in known:
            text = engine.read(run.root, path)
            engine.write(run.root, path, text.replace('"app/service/taste/run/tasterun.h"', '"app/service/taste/tasterunparameters.h"'))
            run.changed.add(path)
    path = 'app/service/taste/CMakeLists.txt'
    text = engine.read(run.root, path)
    engine.write(run.root, path, text.replace('    SOURCES\n', '    SOURCES\n        tasterunparameters.h\n', 1))
    run.changed.update({source, target})


BEFORE = {'folders': [prepare_use_cases]}
EXTRA = {'taste': [split_run_parameters]}
