#include "app/look/pieces/savestatelabel.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace groundswell {
namespace {

struct Sign {
    QString icon;
    Token token;
};

Sign signFor(SaveState::Kind kind)
{
    switch (kind) {
    case SaveState::Kind::Clean:
    case SaveState::Kind::Saved:
        return {QStringLiteral("check"), Token::Muted};
    case SaveState::Kind::Unsaved:
        return {QStringLiteral("edit"), Token::Muted};
    case SaveState::Kind::OnDisk:
        return {QStringLiteral("save"), Token::Muted};
    case SaveState::Kind::Saving:
        return {QStringLiteral("cloud"), Token::Muted};
    case SaveState::Kind::Offline:
        return {QStringLiteral("cloud-off"), Token::Warn};
    case SaveState::Kind::Failed:
        return {QStringLiteral("error"), Token::Bad};
    case SaveState::Kind::Conflict:
        return {QStringLiteral("people"), Token::Bad};
    case SaveState::Kind::Frozen:
        return {QStringLiteral("lock"), Token::Muted};
    case SaveState::Kind::SignedOut:
        return {QStringLiteral("sign-in"), Token::Warn};
    }
    return {};
}

class SignIcon : public QWidget {
public:
    using QWidget::QWidget;
    void setSign(const Sign &sign)
    {
        m_sign = sign;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {units(this, 2), units(this, 2)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int side = units(this, 2);
        drawIcon(painter, QRect((width() - side) / 2, (height() - side) / 2, side, side), m_sign.icon,
                 colour(palette(), m_sign.token));
    }

private:
    Sign m_sign;
};

} // namespace

SaveStateLabel::SaveStateLabel(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(TextRole::Body))
    , m_icon(new SignIcon)
    , m_action(new QPushButton)
{
    nameWidget(this, QStringLiteral("saveState"), tr("Saving state"));
    m_text->setObjectName(QStringLiteral("saveStateText"));
    m_icon->setObjectName(QStringLiteral("saveStateIcon"));
    m_icon->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_action->setObjectName(QStringLiteral("saveStateAction"));
    m_action->setProperty(kQuietProperty, true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(units(this, 0.75));
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addStretch();
    m_delay.setSingleShot(true);
    m_delay.setInterval(400);
    connect(&m_delay, &QTimer::timeout, this, &SaveStateLabel::showState);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_state.kind == SaveState::Kind::Conflict)
            Q_EMIT compareRequested();
        else if (m_state.kind == SaveState::Kind::SignedOut)
            Q_EMIT signInRequested();
        else
            Q_EMIT retryRequested();
    });
    showState();
}

QString SaveStateLabel::wordsFor(const SaveState &state, const QLocale &locale)
{
    switch (state.kind) {
    case SaveState::Kind::Clean:
        return tr("No changes");
    case SaveState::Kind::Unsaved:
        return tr("Unsaved changes");
    case SaveState::Kind::OnDisk:
        return tr("Saved on this computer · waiting to send");
    case SaveState::Kind::Saving:
        return tr("Saving…");
    case SaveState::Kind::Saved:
        return state.savedAt.isValid()
            ? tr("Saved at %1").arg(locale.toString(state.savedAt.time(), QLocale::ShortFormat))
            : tr("Saved");
    case SaveState::Kind::Offline:
        return tr("Offline: changes are kept on this computer");
    case SaveState::Kind::Failed: {
        const QString reason = state.problem ? problemReason(*state.problem) : tr("The reason is unknown.");
        if (state.retryInSeconds)
            return tr("Couldn’t save to the server. %1 Trying again in %n s.", nullptr, *state.retryInSeconds)
                .arg(reason);
        return tr("Couldn’t save to the server. %1").arg(reason);
    }
    case SaveState::Kind::Conflict:
        return tr("Someone else changed this setup.");
    case SaveState::Kind::Frozen:
        return tr("Published: edit per cluster");
    case SaveState::Kind::SignedOut:
        return tr("Sign in again to send %n change(s)", nullptr, std::max(1, state.pendingChanges));
    }
    return {};
}

void SaveStateLabel::setState(const SaveState &state)
{
    const SaveState::Kind before = m_state.kind;
    m_state = state;
    if (state.kind == SaveState::Kind::Saving) {
        if (before != SaveState::Kind::Saving)
            m_delay.start();
        return; // until then the former words stay
    }
    m_delay.stop();
    showState();
    announceIfNews(before);
}

QString SaveStateLabel::text() const
{
    return m_text->text();
}

void SaveStateLabel::showState()
{
    const QString words = wordsFor(m_state, locale());
    m_text->setText(words);
    const Sign sign = signFor(m_state.kind);
    m_text->setToken(sign.token == Token::Muted ? Token::Muted : sign.token);
    static_cast<SignIcon *>(m_icon)->setSign(sign);
    setAccessibleName(words);
    QString action;
    if (m_state.kind == SaveState::Kind::Failed)
        action = tr("Try now");
    else if (m_state.kind == SaveState::Kind::Conflict)
        action = tr("Compare…");
    else if (m_state.kind == SaveState::Kind::SignedOut)
        action = tr("Sign in…");
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
}

void SaveStateLabel::announceIfNews(SaveState::Kind before)
{
    if (before == m_state.kind)
        return; // a countdown is not news
    switch (m_state.kind) {
    case SaveState::Kind::Failed:
    case SaveState::Kind::Conflict:
    case SaveState::Kind::SignedOut:
        m_failedSince = true;
        announce(this, text(), Politeness::Assertive);
        break;
    case SaveState::Kind::Offline:
        if (!m_failedSince)
            announce(this, text());
        m_failedSince = true;
        break;
    case SaveState::Kind::Saved:
        if (m_failedSince)
            announce(this, text());
        m_failedSince = false;
        break;
    case SaveState::Kind::Frozen:
        announce(this, text());
        break;
    case SaveState::Kind::Clean:
    case SaveState::Kind::Unsaved:
    case SaveState::Kind::OnDisk:
    case SaveState::Kind::Saving:
        break;
    }
}

} // namespace groundswell
