#include "wizard/campaignwizard.h"

#include "app/look/inputs/usable.h"
#include "app/look/pieces/savestatelabel.h"
#include "app/look/pieces/steprail.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/clusters/clusterspage.h"
#include "wizard/creative/creativepage.h"
#include "wizard/integrations/integrationspage.h"
#include "wizard/plan/planpage.h"
#include "wizard/review/reviewpage.h"
#include "wizard/shell/wizardcontext.h"
#include "wizard/targeting/targetingpage.h"
#include "wizard/transparency/dsapage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTimer>

namespace groundswell {
namespace {

/// QWizard's button row takes nothing but buttons; this one is only a place in it for the save state.
class SaveStatePlace : public QAbstractButton {
public:
    explicit SaveStatePlace(SaveStateLabel *label)
    {
        setObjectName(QStringLiteral("saveStatePlace"));
        setAccessibleName(QStringLiteral(" "));
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins({});
        row->addWidget(label);
    }
    [[nodiscard]] QSize sizeHint() const override { return layout()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return layout()->minimumSize(); }

protected:
    void paintEvent(QPaintEvent *) override { }
};

constexpr int kPageCount = static_cast<int>(PageId::Review) + 1;

/// Which subject of the rules a page is about; none for the review.
std::optional<Section> sectionFor(PageId page)
{
    switch (page) {
    case PageId::Plan:
        return Section::Plan;
    case PageId::Clusters:
        return Section::Clusters;
    case PageId::Creative:
        return Section::Creative;
    case PageId::Targeting:
        return Section::Targeting;
    case PageId::Integrations:
        return Section::Integrations;
    case PageId::Dsa:
        return Section::Dsa;
    case PageId::Review:
        break;
    }
    return {};
}

} // namespace

CampaignWizard::CampaignWizard(SetupDraft &draft, WizardContext &context, QWidget *parent)
    : QWizard(parent, Qt::Widget)
    , m_draft(draft)
    , m_context(context)
    , m_issues(new IssueBoard(draft, context, this))
    , m_rail(new StepRail)
    , m_saveState(new SaveStateLabel)
    , m_actions(*this)
    , m_undo(draft.undoStack().createUndoAction(this, tr("Undo")))
    , m_redo(draft.undoStack().createRedoAction(this, tr("Redo")))
    , m_visited(kPageCount, false)
{
    nameWidget(this, QStringLiteral("campaignWizard"), tr("Campaign setup"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setWizardStyle(QWizard::ModernStyle); // other styles bring their own colours, which break dark mode
    setOptions(QWizard::IndependentPages | QWizard::NoCancelButton | QWizard::NoBackButtonOnStartPage
               | QWizard::NoDefaultButton);
    m_rail->setSteps({tr("Goal & budget"), tr("Taste clusters"), tr("Creative"), tr("Targeting"),
                      tr("Integrations"), tr("Ad transparency"), tr("Review & publish")});
    setSideWidget(m_rail);
    addPages();
    setUpButtons();
    setUpShortcuts();

    connect(m_rail, &StepRail::stepActivated, this,
            [this](int index) { jumpTo(static_cast<PageId>(index)); });
    connect(this, &QWizard::currentIdChanged, this, &CampaignWizard::arrived);
    connect(m_issues, &IssueBoard::changed, this, [this] {
        refreshRail();
        refreshPublishButton();
    });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields & (DraftField::Goal | DraftField::Budget | DraftField::Dates | DraftField::Clusters))
            Q_EMIT planChanged();
        refreshPublishButton();
    });
    connect(&m_draft, &SetupDraft::readOnlyChanged, this, [this] {
        refreshPublishButton();
        refreshNote();
    });
    // After the actions' own connections, which know nothing of publishing.
    connect(&m_draft.undoStack(), &QUndoStack::canUndoChanged, this, &CampaignWizard::refreshHistory);
    connect(&m_draft.undoStack(), &QUndoStack::canRedoChanged, this, &CampaignWizard::refreshHistory);
    connect(m_saveState, &SaveStateLabel::retryRequested, this, &CampaignWizard::retryRequested);
    connect(m_saveState, &SaveStateLabel::compareRequested, this, &CampaignWizard::compareRequested);
    connect(m_saveState, &SaveStateLabel::signInRequested, this, &CampaignWizard::signInRequested);
    refreshRail();
}

CampaignWizard::~CampaignWizard()
{
    // The base class takes its pages apart and tells of it; by then there is nobody left here to listen.
    disconnect(this, nullptr, nullptr, nullptr);
    disconnect(m_issues, nullptr, this, nullptr);
    disconnect(m_rail, nullptr, this, nullptr);
}

void CampaignWizard::addPages()
{
    const WizardParts parts{m_draft, m_context, *m_issues};
    const auto add = [this](PageId id, WizardPage *made) {
        setPage(static_cast<int>(id), made);
        connect(made, &WizardPage::fieldRequested, this, [this](const FieldPath &field) { jumpTo(field); });
        connect(made, &WizardPage::partRequested, this, &CampaignWizard::partRequested);
    };
    auto *plan = new PlanPage(parts);
    connect(plan, &PlanPage::assumptionsRequested, this, &CampaignWizard::assumptionsRequested);
    add(PageId::Plan, plan);
    m_clusters = new ClustersPage(parts);
    add(PageId::Clusters, m_clusters);
    auto *creative = new CreativePage(parts);
    connect(creative, &CreativePage::mediaChosen, this, &CampaignWizard::mediaChosen);
    connect(creative, &CreativePage::mediaCancelled, this, &CampaignWizard::mediaCancelled);
    add(PageId::Creative, creative);
    auto *targeting = new TargetingPage(parts);
    connect(targeting, &TargetingPage::geoSearchRequested, this, &CampaignWizard::geoSearchRequested);
    add(PageId::Targeting, targeting);
    add(PageId::Integrations, new IntegrationsPage(parts));
    add(PageId::Dsa, new DsaPage(parts));
    add(PageId::Review, new ReviewPage(parts));
    setStartId(static_cast<int>(PageId::Plan));
}

void CampaignWizard::setUpButtons()
{
    setButton(QWizard::CustomButton1, new SaveStatePlace(m_saveState));
    setOption(QWizard::HaveCustomButton1);
    setButtonLayout(
        {QWizard::CustomButton1, QWizard::BackButton, QWizard::NextButton, QWizard::FinishButton});
    setButtonText(QWizard::BackButton, tr("Back"));
    setButtonText(QWizard::NextButton, tr("Next"));
    const auto dress = [this](QWizard::WizardButton which, const char *objectName) {
        button(which)->setObjectName(QString::fromLatin1(objectName));
        button(which)->setAccessibleName(buttonText(which));
        button(which)->installEventFilter(this);
    };
    dress(QWizard::BackButton, "backButton");
    dress(QWizard::NextButton, "nextButton");
    dress(QWizard::FinishButton, "publishButton");
    button(QWizard::NextButton)->setProperty(kPrimaryProperty, true);
    button(QWizard::FinishButton)->setProperty(kPrimaryProperty, true);
    refreshPublishButton();
}

void CampaignWizard::setUpShortcuts()
{
    static_assert(static_cast<int>(ActionId::Step7) - static_cast<int>(ActionId::Step1) + 1 == kPageCount);
    for (int i = 0; i < kPageCount; ++i) {
        const QAction *step = m_actions.make(static_cast<ActionId>(static_cast<int>(ActionId::Step1) + i));
        connect(step, &QAction::triggered, this, [this, i] { jumpTo(static_cast<PageId>(i)); });
    }
    connect(m_actions.make(ActionId::NextStep), &QAction::triggered, this, [this] {
        if (currentPage() != PageId::Review)
            next();
    });
    connect(m_actions.make(ActionId::NextProblem), &QAction::triggered, this,
            &CampaignWizard::jumpToNextProblem);
    m_undo->setObjectName(QStringLiteral("undoAction"));
    m_redo->setObjectName(QStringLiteral("redoAction"));
    m_actions.add(ActionId::Undo, m_undo);
    m_actions.add(ActionId::Redo, m_redo);
    const auto setKeys = [this] { m_actions.setKeys(m_context.shortcuts()); };
    setKeys();
    connect(&m_context, &WizardContext::shortcutsChanged, this, setKeys);
}

bool CampaignWizard::isWaitingForClusters(Section section) const
{
    return m_draft.data().clusters.empty() && section != Section::Plan && section != Section::Clusters;
}

WizardPage *CampaignWizard::pageOf(PageId id) const
{
    return static_cast<WizardPage *>(page(static_cast<int>(id)));
}

void CampaignWizard::jumpTo(PageId target)
{
    // Setting the page directly to one that was visited leaves Next dead (a trap of QWizard): walk instead.
    const int wanted = static_cast<int>(target);
    m_jumped = wanted != currentId();
    while (currentId() > wanted && currentId() > 0)
        back();
    while (currentId() < wanted) {
        const int before = currentId();
        next();
        if (currentId() == before)
            return;
    }
}

PageId CampaignWizard::pageFor(const FieldPath &field)
{
    switch (sectionOf(field)) {
    case Section::Plan:
        return PageId::Plan;
    case Section::Clusters:
        return PageId::Clusters;
    case Section::Creative:
        return PageId::Creative;
    case Section::Targeting:
        return PageId::Targeting;
    case Section::Integrations:
        return PageId::Integrations;
    case Section::Dsa:
        return PageId::Dsa;
    }
    return PageId::Plan;
}

void CampaignWizard::jumpTo(const FieldPath &field)
{
    const PageId target = pageFor(field);
    jumpTo(target);
    m_issues->touch(field);
    pageOf(target)->focusField(field);
}

void CampaignWizard::jumpToNextProblem()
{
    const Issues &issues = m_issues->issues();
    const auto count = static_cast<int>(issues.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (m_lastProblem + step) % count;
        if (issues[static_cast<size_t>(at)].severity != Severity::Error)
            continue;
        m_lastProblem = at;
        const Issue issue = issues[static_cast<size_t>(at)]; // jumping may judge anew
        jumpTo(issue.path);
        announce(this, issueText(issue, m_issues->labels(), locale()));
        return;
    }
    announce(this, tr("There is nothing left to fix."));
}

void CampaignWizard::arrived(int id)
{
    if (id < 0)
        return;
    m_visited[static_cast<size_t>(id)] = true;
    m_rail->setCurrent(id);
    fitRail();
    // When QWizard is through with the change: it moves the focus about itself.
    QTimer::singleShot(0, this, &CampaignWizard::settleFocus);
    if (static_cast<PageId>(id) == PageId::Review)
        m_issues->revealAll();
    refreshRail();
    refreshPublishButton();
    refreshNote();
}

void CampaignWizard::settleFocus()
{
    const QWidget *focused = focusWidget();
    const bool seen = focused && focused->isVisible();
    const bool onButton = seen && (focused == button(NextButton) || focused == button(BackButton));
    const bool inPage = seen && QWizard::currentPage()->isAncestorOf(focused);
    // Whoever goes on with Next stays on it; who jumped lands in the page.
    if (!inPage && (m_jumped || !onButton))
        pageOf(currentPage())->focusFirst();
    m_jumped = false;
}

void CampaignWizard::fitRail()
{
    // QWizard wraps the side widget in a frame of its own with a margin, and makes it anew at times.
    QWidget *frame = m_rail->parentWidget();
    if (frame && frame != this && frame->layout())
        frame->layout()->setContentsMargins({});
}

void CampaignWizard::refreshRail()
{
    for (int i = 0; i < kPageCount; ++i) {
        const auto section = sectionFor(static_cast<PageId>(i));
        const int errors = section ? m_issues->progress(*section).errors : 0;
        const bool visited = m_visited[static_cast<size_t>(i)];
        const bool here = currentId() == i;
        StepState state = StepState::NotVisited;
        if (!section)
            state = visited ? StepState::Open : StepState::NotVisited;
        else if (visited && errors == 0 && !isWaitingForClusters(*section))
            state = StepState::Done;
        else if (visited && errors > 0 && (!here || m_issues->isRevealed()))
            state = StepState::Attention; // a page one is still on is not scolded yet
        else if (visited)
            state = StepState::Open;
        m_rail->setState(i, state, errors);
    }
}

void CampaignWizard::refreshPublishButton()
{
    const auto count = static_cast<int>(m_draft.data().clusters.size());
    QString text = m_context.isHandover() ? tr("Prepare %n campaign(s)", nullptr, count)
                                          : tr("Publish %n campaign(s)", nullptr, count);
    if (count == 0)
        text = tr("Publish");
    if (m_publishing)
        text = m_context.isHandover() ? tr("Preparing…") : tr("Publishing…");
    setButtonText(QWizard::FinishButton, text);
    const QString why = whyLocked();
    const int errors = m_issues->errorCount();
    button(QWizard::FinishButton)->setAccessibleName(text);
    setUsable(button(QWizard::FinishButton), why.isEmpty() && errors == 0,
              why.isEmpty() ? tr("%n thing(s) to fix first. F8 leads from one to the next.", nullptr, errors)
                            : why);
}

QString CampaignWizard::whyLocked() const
{
    if (m_publishing)
        return m_context.isHandover()
            ? tr("The campaigns are being prepared. Nothing can be changed until that is done.")
            : tr("The campaigns are being published. Nothing can be changed until the service has answered.");
    if (m_draft.isReadOnly() && m_context.isInUse())
        return tr("This setup is being edited in another window of Groundswell. Here it can only be read.");
    if (m_draft.isReadOnly())
        return tr("The campaigns are published. They are edited one by one on the event’s page.");
    return {};
}

/// At the page in view only: each tells it to screen readers.
void CampaignWizard::refreshNote()
{
    if (currentId() < 0)
        return;
    const bool saysSoItself = currentPage() == PageId::Review && !m_publishing && !m_context.isInUse();
    pageOf(currentPage())->setNote(saysSoItself ? QString() : whyLocked());
}

void CampaignWizard::offerNewerClusters()
{
    jumpTo(PageId::Clusters);
    m_clusters->openNewerClusters();
}

void CampaignWizard::setSaveState(const SaveState &state)
{
    m_saveState->setState(state);
}

void CampaignWizard::setPublishing(bool publishing)
{
    m_publishing = publishing;
    // What is typed while the service publishes would be lost with the draft.
    for (const int id : pageIds())
        pageOf(static_cast<PageId>(id))->setLocked(publishing);
    refreshHistory();
    refreshPublishButton();
    refreshNote();
}

void CampaignWizard::refreshHistory()
{
    m_undo->setEnabled(!m_publishing && m_draft.undoStack().canUndo());
    m_redo->setEnabled(!m_publishing && m_draft.undoStack().canRedo());
}

void CampaignWizard::accept()
{
    m_issues->update();
    if (m_publishing || m_draft.isReadOnly() || m_issues->errorCount() > 0)
        return;
    Q_EMIT publishRequested();
}

void CampaignWizard::reject()
{
    // Esc closes dialogs; this is none.
}

bool CampaignWizard::eventFilter(QObject *watched, QEvent *event)
{
    // A double click on Next is one wish, not two pages.
    if (event->type() == QEvent::MouseButtonDblClick && qobject_cast<QAbstractButton *>(watched))
        return true;
    return QWizard::eventFilter(watched, event);
}

void CampaignWizard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QWizard::keyPressEvent(event);
}

} // namespace groundswell
