#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace groundswell {

class Field;
class Session;

/// Connects to a Wave service by address, token and partner. The token stays in memory: it is asked again
/// after the next start.
class ConnectDialog : public QDialog {
    Q_OBJECT
public:
    explicit ConnectDialog(Session &session, QWidget *parent = nullptr);

private:
    void check();
    void connectNow();

    Session &m_session;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_partner = nullptr;
    Field *m_serverField = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace groundswell
