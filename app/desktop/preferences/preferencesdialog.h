#pragma once

#include "app/desktop/shell/desktopcontext.h"
#include "app/net/rest/requesthandle.h"
#include "models/wave/local/localsettings.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QTabWidget;

namespace groundswell {

class AssetsForm;
class MarketForm;
class OrganiserForm;
class TextLabel;

/// Preferences: how the program looks and speaks, and with a local workspace what its service must know.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(const DesktopContext &context, QWidget *parent = nullptr);
    /// Turns to what estimates assume of the ad market; nothing to turn to without a local workspace.
    void showMarket();

Q_SIGNALS:
    void saved(); ///< the service's settings

private:
    QWidget *makeGeneral();
    void setFormsEnabled(bool enabled);
    void load();
    void showSettings(const LocalSettings &settings);
    void save();
    void saveGeneral();

    DesktopContext m_context;
    QTabWidget *m_tabs = nullptr;
    QComboBox *m_colours = nullptr;
    QComboBox *m_language = nullptr;
    OrganiserForm *m_organiser = nullptr;
    AssetsForm *m_assets = nullptr;
    MarketForm *m_market = nullptr;
    TextLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    std::optional<LocalSettings> m_loaded; ///< as they were shown; unset until they are here
    RequestHandle m_request;
};

} // namespace groundswell
