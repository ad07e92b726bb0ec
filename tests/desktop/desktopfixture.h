#pragma once

#include "app/autosave/wavedraftstore.h"
#include "app/desktop/shell/settings.h"
#include "app/desktop/window/mainwindow.h"
#include "app/look/style/theme.h"
#include "app/net/rest/answermemory.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "app/service/service.h"
#include "models/time/calendar.h"
#include "models/wave/local/importrequest.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <memory>

/// The whole program in one process, as main builds it: an embedded service over a fresh workspace and the
/// windows over HTTP.
class DesktopFixture {
public:
    DesktopFixture();
    ~DesktopFixture();

    [[nodiscard]] bool isRunning() const { return m_service != nullptr; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    groundswell::WaveClient &client() { return *m_client; }
    groundswell::MainWindow &window() { return *m_window; }
    /// Imports through the service's own door; empty = it worked, else what was wrong.
    QString import(const groundswell::ImportRequest &request);
    /// Writes and imports a small sample organiser.
    QString importSample();
    /// Publishes the service's proposal for an event, completed with what only a person can fill in; empty =
    /// it worked, else what was wrong.
    QString publish(const groundswell::EventId &eid);
    void showWindow();
    /// The day on which the program believes to run; the same in every run of the tests.
    [[nodiscard]] QDate today() const { return m_calendar.today(); }
    groundswell::Calendar &calendar() { return m_calendar; }
    /// As on a train: the service is out of reach from now on.
    void loseService() { m_service.reset(); }

private:
    static QDateTime startOfTest();
    QTemporaryDir m_folder;
    std::unique_ptr<groundswell::service::Service> m_service;
    groundswell::Settings m_settings;
    groundswell::Theme m_theme;
    groundswell::Session m_session;
    QNetworkAccessManager m_manager;
    groundswell::TimeSource m_clock = groundswell::timeStartingAt(startOfTest());
    groundswell::Calendar m_calendar{m_clock};
    groundswell::SystemScheduler m_scheduler{m_clock};
    groundswell::AnswerMemory m_memory{m_folder.filePath(QStringLiteral("answers"))};
    std::unique_ptr<groundswell::RestClient> m_rest;
    std::unique_ptr<groundswell::WaveClient> m_client;
    std::unique_ptr<groundswell::WaveDraftStore> m_store;
    std::unique_ptr<groundswell::MainWindow> m_window;
};
