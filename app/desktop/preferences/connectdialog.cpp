#include "app/desktop/preferences/connectdialog.h"

#include "app/look/inputs/field.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/net/rest/session.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 62;

bool isServiceAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

ConnectDialog::ConnectDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_server(new QLineEdit)
    , m_token(new QLineEdit)
    , m_partner(new QLineEdit)
    , m_connect(new QPushButton(tr("Connect")))
{
    nameWidget(this, u"connectDialog"_s, tr("Connect to a Wave service"));
    setWindowTitle(tr("Connect to a Wave service"));
    setModal(true);
    auto *title = new TextLabel(TextRole::Title, tr("Which service do you work with?"));
    title->setObjectName(u"connectTitle"_s);
    title->setWordWrap(true);
    auto *lead = new TextLabel(
        TextRole::Body,
        tr("Signing in with user name and password isn't offered yet. With an access token from your "
           "service you can work right away; it is kept until you close the program."));
    lead->setObjectName(u"connectLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);

    m_serverField = new Field(tr("Address of the service"), m_server, u"connectServer"_s);
    m_serverField->setHint(tr("For instance https://wave.example.com/api/v3"));
    auto *tokenField = new Field(tr("Access token"), m_token, u"connectToken"_s);
    m_token->setEchoMode(QLineEdit::Password);
    auto *partnerField = new Field(tr("Partner"), m_partner, u"connectPartner"_s);
    partnerField->setHint(tr("Only needed where your token belongs to more than one."));
    if (session.kind() == Session::Kind::Remote) {
        m_server->setText(session.baseUrl().toString());
        m_partner->setText(session.partner().value());
    }

    nameWidget(m_connect, u"connectNowButton"_s, tr("Connect"));
    m_connect->setProperty(kPrimaryProperty, true);
    m_connect->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    nameWidget(cancel, u"connectCancelButton"_s, tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_connect);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    for (QWidget *row :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(lead), static_cast<QWidget *>(m_serverField),
          static_cast<QWidget *>(tokenField), static_cast<QWidget *>(partnerField)})
        rows->addWidget(row);
    rows->addLayout(buttons);
    setMinimumWidth(characters(this, DialogCharacters));

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectNow);
    for (QLineEdit *edit : {m_server, m_token})
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::check);
    check();
}

void ConnectDialog::check()
{
    setUsable(m_connect, !m_server->text().trimmed().isEmpty() && !m_token->text().isEmpty(),
              tr("Enter the service's address and a token."));
    m_serverField->setProblem({});
}

void ConnectDialog::connectNow()
{
    if (!isServiceAddress(m_server->text())) {
        m_serverField->setProblem(tr("This needs a full address that begins with https://."));
        m_server->setFocus();
        return;
    }
    m_session.connectTo(Session::Kind::Remote, QUrl(m_server->text().trimmed()), m_token->text(),
                        PartnerId(m_partner->text().trimmed()));
    accept();
}

} // namespace groundswell
