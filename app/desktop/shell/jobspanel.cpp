#include "app/desktop/shell/jobspanel.h"

#include "app/desktop/shell/job.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {

constexpr auto ShownAfter = 1s;
constexpr int BarCharacters = 16;

/// One job: title, bar, cancel.
class JobRow : public QWidget {
public:
    JobRow(Job *job, QWidget *parent)
        : QWidget(parent)
        , m_job(job)
        , m_title(new QLabel(this))
        , m_bar(new QProgressBar(this))
    {
        setObjectName(u"job"_s);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins({});
        row->setSpacing(units(this, 1));
        m_title->setObjectName(u"jobTitle"_s);
        nameWidget(m_bar, u"jobProgress"_s, job->title());
        m_bar->setTextVisible(false);
        m_bar->setMaximumWidth(characters(this, BarCharacters));
        row->addWidget(m_title);
        row->addWidget(m_bar);
        if (job->isCancellable()) {
            auto *cancel = new QToolButton(this);
            nameWidget(cancel, u"jobCancel"_s, JobsPanel::tr("Cancel: %1").arg(job->title()));
            cancel->setToolTip(JobsPanel::tr("Cancel"));
            cancel->setIcon(icon(u"close"_s));
            cancel->setAutoRaise(true);
            connect(cancel, &QToolButton::clicked, job, &Job::cancel);
            row->addWidget(cancel);
        }
        connect(job, &Job::changed, this, [this] { refresh(); });
        refresh();
    }

private:
    void refresh()
    {
        m_title->setText(m_job->title());
        const std::optional<double> share = m_job->share();
        m_bar->setRange(0, share ? 100 : 0);
        if (share)
            m_bar->setValue(qRound(*share * 100));
    }

    Job *m_job;
    QLabel *m_title;
    QProgressBar *m_bar;
};

} // namespace

JobsPanel::JobsPanel(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"jobsPanel"_s);
    setAccessibleName(tr("Under way"));
    m_row->setContentsMargins({});
    m_row->setSpacing(units(this, 2));
}

void JobsPanel::add(Job *job)
{
    auto *row = new JobRow(job, this);
    row->hide();
    m_row->addWidget(row);
    connect(job, &Job::ended, row, &QWidget::deleteLater);
    connect(job, &QObject::destroyed, row, &QWidget::deleteLater);
    QTimer::singleShot(ShownAfter, row, &QWidget::show);
}

} // namespace groundswell
