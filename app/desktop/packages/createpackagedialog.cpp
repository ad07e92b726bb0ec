#include "app/desktop/packages/createpackagedialog.h"

#include "app/desktop/events/eventfeed.h"
#include "app/desktop/packages/eventchoicemodel.h"
#include "app/look/inputs/field.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/net/wave/waveclient.h"
#include "models/time/calendar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 84;

} // namespace

CreatePackageDialog::CreatePackageDialog(WaveClient &client, const Calendar &calendar, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_calendar(calendar)
    , m_feed(new EventFeed(client, this))
    , m_choice(new EventChoiceModel(calendar, this))
    , m_title(new QLineEdit)
    , m_summary(new TextLabel(TextRole::Body))
    , m_problem(new TextLabel(TextRole::Body))
    , m_build(new QPushButton(tr("Build package")))
{
    nameWidget(this, u"createPackageDialog"_s, tr("Build a package"));
    setWindowTitle(tr("Build a package"));
    setModal(true);

    auto *title = new TextLabel(TextRole::Title, tr("Which events should the e-mail sell?"));
    title->setObjectName(u"createPackageTitle"_s);
    auto *lead = new TextLabel(TextRole::Body,
                               tr("Groundswell picks those of your customers who fit these events, grouped "
                                  "by why they would come. The more events, "
                                  "the fewer customers fit."));
    lead->setObjectName(u"createPackageLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);
    m_title->setPlaceholderText(tr("Autumn concerts"));
    connect(m_title, &QLineEdit::textEdited, this, [this] { m_titleTyped = true; });
    connect(m_title, &QLineEdit::textChanged, this, &CreatePackageDialog::updateSummary);
    m_summary->setObjectName(u"packageSummary"_s);
    m_summary->setWordWrap(true);
    m_problem->setObjectName(u"packageProblem"_s);
    m_problem->setToken(Token::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();

    nameWidget(m_build, u"packageBuildButton"_s, tr("Build package"));
    m_build->setProperty(kPrimaryProperty, true);
    m_build->setDefault(true);
    connect(m_build, &QPushButton::clicked, this, &CreatePackageDialog::build);
    auto *cancel = new QPushButton(tr("Cancel"));
    nameWidget(cancel, u"packageCancelButton"_s, tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_build);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    rows->addWidget(makeEvents(), 1);
    rows->addWidget(makeMode());
    rows->addWidget(new Field(tr("Name of the package"), m_title, u"packageTitleEdit"_s));
    rows->addWidget(m_problem);
    rows->addLayout(buttons);
    setMinimumWidth(characters(this, DialogCharacters));
    updateSummary();

    offerUpcoming();
    connect(&m_calendar, &Calendar::changed, this, &CreatePackageDialog::offerUpcoming);
}

CreatePackageDialog::~CreatePackageDialog() = default;

QWidget *CreatePackageDialog::makeEvents()
{
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 0.5));
    m_search = new QLineEdit;
    nameWidget(m_search, u"packageEventSearch"_s, tr("Find an event"));
    m_search->setPlaceholderText(tr("Find an upcoming event"));
    m_search->addAction(icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_events = new QListView;
    m_events->setModel(m_choice);
    nameWidget(m_events, u"packageEventList"_s, tr("Upcoming events; check those for the package"));
    m_events->setMinimumHeight(units(this, 16));
    m_events->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_events->setTextElideMode(Qt::ElideRight);
    rows->addWidget(m_search);
    rows->addWidget(m_events, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        EventQuery query = m_feed->query();
        query.search = text.trimmed();
        m_feed->setQuery(query, true);
    });
    connect(m_feed, &EventFeed::arrived, this, [this](const Page<Event> &page) {
        if (page.page == 1)
            m_choice->setEvents(page.items);
        else
            m_choice->addEvents(page.items);
        m_nextPage = page.page < page.pages ? page.page + 1 : 0;
    });
    connect(m_events->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_events->verticalScrollBar()->maximum() && m_nextPage > 0)
            m_feed->fetch(std::exchange(m_nextPage, 0));
    });
    connect(m_choice, &EventChoiceModel::chosenChanged, this, [this] {
        proposeTitle();
        updateSummary();
    });
    // A click anywhere on the row checks it: the box alone is a small target.
    connect(m_events, &QListView::activated, m_choice, &EventChoiceModel::toggle);
    return box;
}

void CreatePackageDialog::proposeTitle()
{
    if (!m_titleTyped)
        m_title->setText(m_choice->chosen().empty() ? QString() : m_choice->chosen().front().title);
}

void CreatePackageDialog::offerUpcoming()
{
    m_choice->dropBefore(m_calendar.today());
    EventQuery upcoming;
    upcoming.search = m_search->text().trimmed();
    upcoming.since = m_calendar.today();
    if (upcoming == m_feed->query())
        m_feed->reload(); // the same days, told in another zone
    else
        m_feed->setQuery(upcoming);
}

QWidget *CreatePackageDialog::makeMode()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 1.5));
    auto *selective = new ChoiceCard(u"target"_s, tr("Selective"),
                                     tr("Only customers who fit all of the events. Smaller, closer."));
    auto *inclusive = new ChoiceCard(u"people"_s, tr("Inclusive"),
                                     tr("Customers who fit most of the events. Larger, wider."));
    selective->setObjectName(u"packageSelective"_s);
    inclusive->setObjectName(u"packageInclusive"_s);
    m_mode = new QButtonGroup(this);
    m_mode->addButton(selective, int(TargetingMode::Selective));
    m_mode->addButton(inclusive, int(TargetingMode::Inclusive));
    selective->setChecked(true);
    row->addWidget(selective);
    row->addWidget(inclusive);
    return box;
}

void CreatePackageDialog::updateSummary()
{
    const bool ready = !m_choice->chosen().empty() && !m_title->text().trimmed().isEmpty();
    setUsable(m_build, m_isUnknown || (ready && !m_isBuilding),
              m_isBuilding ? untilAnswered() : tr("Check one event or more, and name the package."));
    m_build->setText(m_isUnknown ? tr("Look again") : tr("Build package"));
    m_build->setAccessibleName(m_build->text());
    m_summary->setToken(ready ? Token::Text : Token::Muted);
    m_summary->setText(m_choice->chosen().empty()
                           ? tr("Check one event or more.")
                           : tr("%n event(s) chosen.", nullptr, int(m_choice->chosen().size())));
}

PackageRequest CreatePackageDialog::request() const
{
    PackageRequest result;
    result.title = m_title->text().trimmed();
    for (const EventChoiceModel::Chosen &event : m_choice->chosen())
        result.events.push_back(event.id);
    result.targetingMode = TargetingMode(m_mode->checkedId());
    return result;
}

void CreatePackageDialog::build()
{
    m_problem->hide();
    if (std::exchange(m_isUnknown, false)) {
        updateSummary();
        m_making->lookNow();
        return;
    }
    m_isBuilding = true;
    m_askedTitle = request().title;
    updateSummary();
    const PackageMaking::Ends ends{
        .made =
            [this](const PackageId &id) {
                Q_EMIT created(id);
                accept();
            },
        .notMade =
            [this](const Problem &problem) {
                m_isBuilding = false;
                showProblem(problemText(tr("The package couldn't be built."), problem));
            },
        .notKnown =
            [this](const Problem &problem) {
                m_isUnknown = true;
                showProblem(tr("Whether the package is being built could not be found out: %1")
                                .arg(problemReason(problem)));
            },
        .waiting =
            [this](const Problem &problem) {
                showProblem(
                    tr("It isn't known yet whether the package is being built. %1 The service is asked "
                       "until it says so.")
                        .arg(problemReason(problem)));
            }};
    m_making = std::make_unique<PackageMaking>(m_client.rest(), packageSteps(m_client, request()), ends);
    m_making->start();
}

void CreatePackageDialog::reject()
{
    if (m_isBuilding)
        Q_EMIT abandoned(m_askedTitle);
    QDialog::reject();
}

void CreatePackageDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    updateSummary();
}

} // namespace groundswell
