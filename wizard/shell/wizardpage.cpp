#include "wizard/shell/wizardpage.h"

#include "app/look/inputs/field.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/pieces/messagebar.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/partstatus.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace groundswell {
namespace {

constexpr int kColumnCharacters = 70; // longer lines are hard to read
constexpr int kSideCharacters = 38;
constexpr int kWholeCharacters = 165;

} // namespace

WizardPage::WizardPage(const WizardParts &parts, const QString &title, const QString &lead, Width width,
                       QWidget *parent)
    : QWizardPage(parent)
    , m_draft(parts.draft)
    , m_context(parts.context)
    , m_issues(parts.issues)
{
    setAccessibleName(title);
    // QWizard lays its pages on the colour of fields; ours lie on the window, so that cards stand out.
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    auto *heading = new QWidget;
    auto *headingColumn = new QVBoxLayout(heading);
    headingColumn->setContentsMargins({});
    headingColumn->setSpacing(units(this, 0.75));
    m_title = new TextLabel(TextRole::Title, title);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_lead = new TextLabel(TextRole::Body, lead);
    m_lead->setObjectName(QStringLiteral("pageLead"));
    m_lead->setToken(Token::Muted);
    headingColumn->addWidget(m_title);
    headingColumn->addWidget(m_lead);

    m_columnWidget = new QWidget;
    m_column = new QVBoxLayout(m_columnWidget);
    m_column->setContentsMargins({});
    m_column->setSpacing(units(this, 2));
    m_column->addWidget(heading);

    if (width == Width::Whole) {
        m_columnWidget->layout()->setContentsMargins(unitMargins(this, 3, 3));
        // Wide, but not stretched: beyond this the eye loses the row.
        m_columnWidget->setMaximumWidth(characters(this, kWholeCharacters));
        auto *middle = new QHBoxLayout;
        middle->addStretch(1);
        middle->addWidget(m_columnWidget, 10000);
        middle->addStretch(1);
        outer->addLayout(middle);
        m_content = m_columnWidget;
        return;
    }
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("pageScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(unitMargins(this, 3, 3));
    m_row->setSpacing(units(this, 4));
    m_row->addStretch(1);
    m_row->addWidget(m_columnWidget, 100, Qt::AlignTop);
    m_row->addStretch(1);
    m_columnWidget->setMaximumWidth(characters(this, kColumnCharacters));
    m_content = inner;
    scroll->setWidget(inner);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    outer->addWidget(scroll);
}

void WizardPage::setSidePane(QWidget *pane)
{
    m_sidePane = pane;
    pane->setMaximumWidth(characters(this, kSideCharacters));
    m_row->insertWidget(2, pane, 60, Qt::AlignTop);
}

void WizardPage::setClusterContent(QWidget *content)
{
    auto *empty = new EmptyState(QStringLiteral("clusters"), tr("First choose who should hear about it."),
                                 tr("Choose taste clusters"));
    connect(empty, &EmptyState::triggered, this, [this] { Q_EMIT fieldRequested(rowPath("tcs")); });
    auto *stack = new QStackedWidget;
    stack->addWidget(content);
    stack->addWidget(empty);
    m_column->addWidget(stack, 1);
    const auto choose = [this, stack] { stack->setCurrentIndex(m_draft.data().clusters.empty() ? 1 : 0); };
    connect(&m_draft, &SetupDraft::changed, stack, [choose](DraftFields fields) {
        if (fields & DraftField::Clusters)
            choose();
    });
    choose();
}

void WizardPage::setNote(const QString &why)
{
    const QString key = QStringLiteral("note");
    setAccessibleDescription(why);
    if (why.isEmpty()) {
        if (m_note)
            m_note->clear(key);
        return;
    }
    if (!m_note) {
        m_note = new MessageBar;
        m_note->setObjectName(QStringLiteral("pageNote"));
        static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_note);
    }
    m_note->post({.key = key, .tone = Tone::Accent, .text = why, .actionText = {}, .dismissible = false});
}

void WizardPage::setLocked(bool locked)
{
    if (locked == m_locked)
        return;
    m_locked = locked;
    m_content->setEnabled(!locked);
    refreshLock();
}

/// Who waits for a locked page reads it: only what can be used otherwise is drawn as if it were away.
void WizardPage::refreshLock()
{
    QPalette readable;
    if (m_locked) {
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::PlaceholderText})
            readable.setColor(QPalette::Disabled, role, palette().color(QPalette::Active, role));
    }
    m_content->setPalette(readable);
}

void WizardPage::changeEvent(QEvent *event)
{
    QWizardPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_locked)
        refreshLock();
}

void WizardPage::setHeading(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void WizardPage::setLead(const QString &lead)
{
    m_lead->setText(lead);
}

void WizardPage::showHint(Field *field, const FieldPath &path) const
{
    const IssueBoard::Hint hint = m_issues.hintFor(path);
    const bool shown = hint.severity != Severity::Info;
    field->setProblem(shown ? hint.text : QString(),
                      hint.severity == Severity::Error ? Field::Gravity::Error : Field::Gravity::Warning);
}

PartStatus *WizardPage::makeStatus(WizardContext::Part part, const QString &name, const QString &waiting,
                                   const QString &failed)
{
    auto *status = new PartStatus(m_context, part, name, waiting, failed);
    connect(status, &PartStatus::retryRequested, this, &WizardPage::partRequested);
    return status;
}

void WizardPage::showEvent(QShowEvent *event)
{
    QWizardPage::showEvent(event);
    refresh();
    refreshIssues();
    placeSidePane();
}

void WizardPage::focusFirst()
{
    for (QWidget *next = nextInFocusChain(); next && next != this; next = next->nextInFocusChain()) {
        const bool takes = (next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && next->isVisible();
        if (takes && isAncestorOf(next)) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void WizardPage::resizeEvent(QResizeEvent *event)
{
    QWizardPage::resizeEvent(event);
    placeSidePane();
}

void WizardPage::placeSidePane()
{
    if (!m_sidePane)
        return;
    const int needed = characters(this, 52) + characters(this, 30) + units(this, 10);
    const bool below = width() < needed;
    if (below == m_sideBelow)
        return;
    m_sideBelow = below;
    if (below) {
        m_row->removeWidget(m_sidePane);
        m_column->addWidget(m_sidePane);
    } else {
        m_column->removeWidget(m_sidePane);
        m_row->insertWidget(2, m_sidePane, 60, Qt::AlignTop);
    }
}

FieldPath WizardPage::rowPath(const char *section)
{
    return {QString::fromLatin1(section), std::nullopt, 0, {}};
}

} // namespace groundswell
