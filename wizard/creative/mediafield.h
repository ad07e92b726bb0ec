#pragma once

#include "wizard/shell/wizardcontext.h"

#include <QWidget>

class QPushButton;

namespace groundswell {

class ElidedLabel;
class InlineProgress;

/// Where the picture or video of an ad is chosen: dropped from a folder or picked in the file dialog. The
/// upload is somebody else's work; this shows how far it is.
class MediaField : public QWidget {
    Q_OBJECT
public:
    explicit MediaField(QWidget *parent = nullptr);

    void showMedia(const QString &mediaUrl, bool video, const QPixmap &picture);
    void showUpload(const std::optional<WizardContext::Upload> &upload);
    void setReadOnly(bool readOnly);
    /// Files the ad platform takes, by their ending.
    [[nodiscard]] static bool isAcceptable(const QString &path);
    [[nodiscard]] static bool isVideo(const QString &path);

Q_SIGNALS:
    void picked(const QString &path);
    void refused(const QString &path); ///< not a picture or video that the platform takes
    void removed();
    void cancelRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void openDialog();
    void take(const QString &path);
    void refresh();
    QString m_mediaUrl;
    bool m_video = false;
    QPixmap m_picture;
    bool m_readOnly = false;
    bool m_dragged = false;
    QWidget *m_thumbnail;
    ElidedLabel *m_name;
    ElidedLabel *m_hint;
    QPushButton *m_choose;
    QPushButton *m_remove;
    InlineProgress *m_progress;
};

} // namespace groundswell
