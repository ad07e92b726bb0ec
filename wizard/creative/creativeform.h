#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/issueboard.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace groundswell {

class ChoiceBox;
class Field;
class MediaField;
class TextArea;
class WizardContext;

/// The fields of one ad. A view of the value it is given: it tells every edit and keeps none. Serves the
/// wizard and the editor of a published cluster.
class CreativeForm : public QWidget {
    Q_OBJECT
public:
    explicit CreativeForm(WizardContext &context, QWidget *parent = nullptr);

    /// \a index is the variant's position among the cluster's own.
    void showCreative(const Creative &creative, int index);
    void setReadOnly(bool readOnly);
    /// Offers "use for all clusters" at each field.
    void setSharingOffered(bool offered);
    void showHint(const QString &member, const IssueBoard::Hint &hint);
    bool focusMember(const QString &member);
    [[nodiscard]] QStringList members() const;

Q_SIGNALS:
    void edited(const groundswell::Creative &creative, const QString &member);
    void left(const QString &member);
    void mediaChosen(const QString &path);
    void mediaCancelled();
    void useForAllRequested(const QString &member);

private:
    void makeFields();
    Field *addField(const QString &member, QWidget *control);
    void connectTexts();
    void connectChoices();
    void connectMedia();
    void refreshChoices();
    void refreshCounters();
    void refreshMedia();
    template <class Change> void apply(const QString &member, Change &&change);

    WizardContext &m_context;
    Creative m_creative;
    int m_index = 0;
    QLineEdit *m_headline;
    TextArea *m_body;
    QLineEdit *m_description;
    QLineEdit *m_link;
    ChoiceBox *m_cta;
    ChoiceBox *m_language;
    MediaField *m_media;
    QHash<QString, Field *> m_fields;
    QList<QToolButton *> m_sharing;
};

} // namespace groundswell
