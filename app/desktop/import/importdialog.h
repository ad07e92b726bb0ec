#pragma once

#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/shell/job.h"
#include "app/net/rest/requesthandle.h"

#include <QDialog>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace groundswell {

class ImportFilesPage;
class ImportRun;
class MappingPage;
class TextLabel;
struct ImportReport;
struct ImportRequest;

/// Imports the organiser's CSV files: which files, which column is which, then the import with its counts.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(const DesktopContext &context, QWidget *parent = nullptr);
    ~ImportDialog() override;

    void reject() override;

Q_SIGNALS:
    void imported();
    void jobStarted(groundswell::Job *job);

private:
    QWidget *makeResult();
    void goTo(QWidget *page);
    void goBack();
    void goOn();
    void preview();
    void run();
    void showProgress(double share, const QString &phase, qint64 rows);
    void showResult(const ImportReport &report);
    void showFailure(const QString &text);
    void updateButtons();
    [[nodiscard]] ImportRequest request() const;

    DesktopContext m_context;
    TextLabel *m_title = nullptr;
    TextLabel *m_lead = nullptr;
    QStackedWidget *m_stack = nullptr;
    ImportFilesPage *m_files = nullptr;
    MappingPage *m_mapping = nullptr;
    QWidget *m_result = nullptr;
    QProgressBar *m_progress = nullptr;
    TextLabel *m_summary = nullptr;
    TextLabel *m_details = nullptr;
    QPushButton *m_rejects = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_next = nullptr;
    ImportRun *m_run = nullptr;
    QString m_rejectsFile;
    bool m_done = false;
    bool m_asking = false;
    RequestHandle m_previewRequest;
};

} // namespace groundswell
