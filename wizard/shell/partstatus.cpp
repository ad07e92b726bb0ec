#include "wizard/shell/partstatus.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace groundswell {
namespace {

constexpr int kMomentMs = 300; // most answers come sooner, and a word that only flashes up is a nuisance

} // namespace

PartStatus::PartStatus(WizardContext &context, WizardContext::Part part, const QString &name,
                       const QString &waiting, const QString &failed, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_part(part)
    , m_waiting(waiting)
    , m_failed(failed)
    , m_text(new TextLabel(TextRole::Caption))
    , m_retry(new QPushButton(tr("Try again")))
{
    setObjectName(name);
    m_text->setObjectName(name + QStringLiteral("Text"));
    m_text->setWordWrap(true);
    nameWidget(m_retry, name + QStringLiteral("Retry"), tr("Try again: %1").arg(failed));
    m_retry->setProperty(kQuietProperty, true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(units(this, 1));
    row->addWidget(m_text, 1);
    row->addWidget(m_retry, 0, Qt::AlignTop);
    m_moment.setSingleShot(true);
    m_moment.setInterval(kMomentMs);
    connect(&m_moment, &QTimer::timeout, this, &PartStatus::refresh);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(m_part); });
    connect(&context, &WizardContext::statusChanged, this, [this](WizardContext::Part changed) {
        if (changed != m_part)
            return;
        if (m_context.isLoading(m_part) && !m_moment.isActive())
            m_moment.start();
        refresh();
    });
    if (m_context.isLoading(m_part))
        m_moment.start();
    refresh();
}

void PartStatus::refresh()
{
    const bool isLoading = m_context.isLoading(m_part);
    const auto problem = m_context.problem(m_part);
    if (!isLoading)
        m_moment.stop();
    const bool isWaiting = isLoading && !m_moment.isActive();
    const bool isFailed = !isLoading && problem;
    if (isWaiting)
        m_text->setText(m_waiting);
    else if (isFailed)
        m_text->setText(problemText(m_failed, *problem));
    m_text->setToken(isFailed ? Token::Warn : Token::Muted);
    m_retry->setVisible(isFailed);
    setVisible(isWaiting || isFailed);
}

} // namespace groundswell
