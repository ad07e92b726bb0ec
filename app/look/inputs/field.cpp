#include "app/look/inputs/field.h"

#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QStringList>
#include <QStyle>
#include <QVBoxLayout>

namespace groundswell {
namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

Field::Field(const QString &label, QWidget *control, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(TextRole::Strong, label))
    , m_below(new TextLabel(TextRole::Caption))
    , m_counter(new TextLabel(TextRole::Caption))
    , m_control(control)
    , m_top(new QHBoxLayout)
{
    setObjectName(objectName + QStringLiteral("Field"));
    control->setObjectName(objectName);
    m_label->setObjectName(objectName + QStringLiteral("Label"));
    m_below->setObjectName(objectName + QStringLiteral("Hint"));
    m_counter->setObjectName(objectName + QStringLiteral("Counter"));
    m_label->setBuddy(control);
    m_counter->setWordWrap(false);

    m_top->setSpacing(units(this, 1));
    m_top->addWidget(m_label, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(units(this, 1));
    bottom->addWidget(m_below, 100, Qt::AlignTop);
    bottom->addStretch(1); // keeps the counter at the right while there is no hint
    bottom->addWidget(m_counter, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 0.5));
    column->addLayout(m_top);
    column->addWidget(control);
    column->addLayout(bottom);
    setLabel(label);
    m_counter->hide();
    refresh();
}

void Field::setLabel(const QString &text)
{
    m_label->setText(text);
    m_control->setAccessibleName(withoutMnemonic(text));
}

void Field::setHint(const QString &text)
{
    m_hint = text;
    refresh();
}

void Field::setProblem(const QString &text, Gravity gravity)
{
    if (m_problem == text && m_gravity == gravity)
        return;
    m_problem = text;
    m_gravity = gravity;
    refresh();
}

void Field::setCounter(std::optional<int> used, int recommended)
{
    m_counter->setVisible(used.has_value());
    if (!used)
        return;
    const bool over = recommended > 0 && *used > recommended;
    m_counter->setText(recommended > 0 ? tr("%1 / %2").arg(*used).arg(recommended) : QString::number(*used));
    m_counter->setToken(over ? Token::Warn : Token::Muted);
    m_counter->setToolTip(over ? tr("Longer than what is shown without a cut.") : QString());
    m_counter->setAccessibleName(tr("%1 of %2 characters").arg(*used).arg(recommended));
}

void Field::addBesideLabel(QWidget *widget)
{
    m_top->addWidget(widget, 0, Qt::AlignRight | Qt::AlignBottom);
}

void Field::addBelowControl(QWidget *widget)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_control) + 1, widget);
}

void Field::refresh()
{
    const bool wrong = !m_problem.isEmpty();
    m_below->setText(wrong ? m_problem : m_hint);
    m_below->setToken(!wrong ? Token::Muted : m_gravity == Gravity::Error ? Token::Bad : Token::Warn);
    m_below->setVisible(wrong || !m_hint.isEmpty());
    QStringList described{m_problem, m_hint};
    described.removeAll(QString());
    m_control->setAccessibleDescription(described.join(QLatin1Char(' ')));

    const bool invalid = wrong && m_gravity == Gravity::Error;
    if (m_control->property(kInvalidProperty).toBool() != invalid) {
        m_control->setProperty(kInvalidProperty, invalid);
        m_control->update();
    }
}

} // namespace groundswell
