#include "desktop/desktopfixture.h"

#include "app/desktop/importing/importrun.h"
#include "app/service/sample/samplegenerator.h"

#include <QApplication>
#include <QJsonObject>
#include <QSignalSpy>

using namespace groundswell;
using namespace Qt::StringLiterals;

namespace {

SampleWriter smallSample()
{
    return [](const QString &folder) -> Expected<void> {
        service::SampleOptions options;
        options.customers = 1'500;
        options.purchases = 8'000;
        options.events = 90;
        const auto written = service::writeSample(folder, options);
        return written ? Expected<void>() : tl::make_unexpected(written.error());
    };
}

} // namespace

DesktopFixture::DesktopFixture()
    : m_settings(m_folder.filePath(u"settings.ini"_s))
    , m_theme(*qApp)
{
    service::ServiceOptions options;
    options.workspaceFile = m_folder.filePath(u"workspace.groundswell"_s);
    auto started = service::Service::start(options);
    if (!started)
        return;
    m_service = std::move(*started);
    m_theme.setChoice(Theme::Choice::Light);
    m_session.connectTo(Session::Kind::Embedded, QUrl(m_service->baseUrl()), m_service->token(),
                        PartnerId(service::Service::partnerId()));
    m_rest = std::make_unique<RestClient>(m_manager, m_session, m_scheduler, systemRandom());
    m_client = std::make_unique<WaveClient>(*m_rest);
    m_store = std::make_unique<WaveDraftStore>(*m_client);
    m_window = std::make_unique<MainWindow>(DesktopContext{.settings = m_settings,
                                                           .theme = m_theme,
                                                           .session = m_session,
                                                           .client = *m_client,
                                                           .draftStore = *m_store,
                                                           .scheduler = m_scheduler,
                                                           .random = systemRandom(),
                                                           .journalFolder = m_folder.filePath(u"drafts"_s),
                                                           .isLocal = true,
                                                           .writeSample = smallSample()});
}

DesktopFixture::~DesktopFixture() = default;

QString DesktopFixture::import(const QJsonObject &request)
{
    ImportRun run(*m_client);
    QString problem = u"the import didn't end"_s;
    QSignalSpy finished(&run, &ImportRun::finished);
    QSignalSpy failed(&run, &ImportRun::failed);
    QObject::connect(&run, &ImportRun::finished, &run, [&problem] { problem.clear(); });
    QObject::connect(&run, &ImportRun::failed, &run, [&problem](const QString &text) { problem = text; });
    run.start(request);
    while (run.isRunning() && finished.wait(60'000)) { }
    return problem;
}

QString DesktopFixture::importSample()
{
    const QString folder = m_folder.filePath(u"sample"_s);
    if (const auto written = smallSample()(folder); !written)
        return written.error().messageKey;
    return import({{"events"_L1, QString(folder + u"/events.csv"_s)},
                   {"sales"_L1, QString(folder + u"/sales.csv"_s)},
                   {"customers"_L1, QString(folder + u"/customers.csv"_s)}});
}

void DesktopFixture::showWindow()
{
    m_window->resize(1280, 800);
    m_window->show();
    m_window->start();
}
