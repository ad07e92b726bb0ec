#include "app/look/pieces/inlineprogress.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

namespace groundswell {

InlineProgress::InlineProgress(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(TextRole::Body))
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("inlineProgress"));
    nameWidget(m_bar, QStringLiteral("progressBar"), tr("Progress"));
    nameWidget(m_cancel, QStringLiteral("progressCancel"), tr("Cancel"));
    m_cancel->setProperty(kQuietProperty, true);
    m_bar->setTextVisible(false);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(units(this, 1));
    grid->setVerticalSpacing(units(this, 0.5));
    grid->addWidget(m_text, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_cancel, 0, 1, 2, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(1000);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &InlineProgress::cancelRequested);
    hide();
}

void InlineProgress::start(const QString &text)
{
    setText(text);
    m_bar->setRange(0, 0);
    m_delay.start();
}

void InlineProgress::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_bar->setAccessibleDescription(text);
}

void InlineProgress::setProgress(qint64 done, qint64 total)
{
    constexpr int steps = 1000; // byte counts don't fit a progress bar's int
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(std::clamp<qint64>(done * steps / total, 0, steps)));
}

void InlineProgress::finish()
{
    m_delay.stop();
    hide();
}

} // namespace groundswell
