#include "app/look/pieces/kpitile.h"

#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QStringList>
#include <QVBoxLayout>

namespace groundswell {

KpiTile::KpiTile(const QString &label, QWidget *parent)
    : Card(parent)
    , m_label(new ElidedLabel(TextRole::Caption, label))
    , m_figure(new ElidedLabel(TextRole::Figure))
    , m_change(new TextLabel(TextRole::Caption))
    , m_asOf(new TextLabel(TextRole::Caption))
{
    content()->setSpacing(units(this, 0.25));
    for (QLabel *part : std::initializer_list<QLabel *>{m_label, m_figure, m_change, m_asOf})
        content()->addWidget(part);
    content()->addStretch();
    m_change->hide();
    m_asOf->hide();
    setFigure({});
}

void KpiTile::setFigure(const QString &figure)
{
    m_figure->setText(figure.isEmpty() ? QStringLiteral("—") : figure);
    refreshAccessibleText();
}

void KpiTile::setChange(const QString &text, Tone tone)
{
    m_change->setText(text);
    m_change->setToken(tone == Tone::Neutral ? Token::Muted : toneColours(tone).ink);
    m_change->setVisible(!text.isEmpty());
    refreshAccessibleText();
}

void KpiTile::setAsOf(const QString &text)
{
    m_asOf->setText(text);
    m_asOf->setVisible(!text.isEmpty());
    refreshAccessibleText();
}

void KpiTile::setStale(bool stale)
{
    m_figure->setToken(stale ? Token::Muted : Token::Text);
}

void KpiTile::refreshAccessibleText()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(m_label->text(), m_figure->text()));
    QStringList rest{m_change->text(), m_asOf->text()};
    rest.removeAll(QString());
    setAccessibleDescription(rest.join(QStringLiteral(", ")));
}

} // namespace groundswell
