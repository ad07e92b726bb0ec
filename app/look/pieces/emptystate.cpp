#include "app/look/pieces/emptystate.h"

#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace groundswell {
namespace {

/// An icon in a soft disc. Decoration: screen readers hear the sentence.
class Picture : public QWidget {
public:
    Picture(QString iconName, QWidget *parent)
        : QWidget(parent)
        , m_iconName(std::move(iconName))
    {
        setObjectName(QStringLiteral("picture"));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {units(this, 9), units(this, 9)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        shapes::rounded(painter, rect(), width() / 2.0, colour(palette(), Token::AccentSoft));
        const double inset = width() * 0.28;
        drawIcon(painter, QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_iconName,
                 colour(palette(), Token::Accent));
    }

private:
    QString m_iconName;
};

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &sentence, const QString &buttonText,
                       QWidget *parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(TextRole::Section, sentence))
    , m_detail(new TextLabel(TextRole::Body))
    , m_button(new QPushButton(buttonText))
{
    setObjectName(QStringLiteral("emptyState"));
    setAccessibleName(sentence);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setToken(Token::Muted);
    m_detail->hide();
    m_button->setObjectName(QStringLiteral("emptyStateAction"));
    m_button->setAccessibleName(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(units(this, 2));
    column->addStretch(2);
    column->addWidget(new Picture(iconName, this), 0, Qt::AlignHCenter);
    column->addWidget(m_sentence);
    column->addWidget(m_detail);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setDetail(const QString &text)
{
    m_detail->setText(text);
    m_detail->setVisible(!text.isEmpty());
}

} // namespace groundswell
