#include "app/look/pieces/kpitile.h"

#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QVBoxLayout>

namespace groundswell {

KpiTile::KpiTile(const QString &label, QWidget *parent)
    : Card(parent)
    , m_label(new ElidedLabel(TextRole::Caption, label))
    , m_figure(new ElidedLabel(TextRole::Figure))
    , m_asOf(new TextLabel(TextRole::Caption))
{
    content()->setSpacing(units(this, 0.25));
    for (QLabel *part : std::initializer_list<QLabel *>{m_label, m_figure, m_asOf})
        content()->addWidget(part);
    content()->addStretch();
    m_asOf->hide();
    setFigure({});
}

void KpiTile::setFigure(const QString &figure)
{
    m_figure->setText(figure.isEmpty() ? QStringLiteral("—") : figure);
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
    setAccessibleDescription(m_asOf->text());
}

} // namespace groundswell
