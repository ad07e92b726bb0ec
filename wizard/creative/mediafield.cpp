#include "wizard/creative/mediafield.h"

#include "app/look/pieces/inlineprogress.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>

namespace groundswell {
namespace {

const QStringList kImages{QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("png")};
const QStringList kVideos{QStringLiteral("mp4"), QStringLiteral("mov"), QStringLiteral("gif")};

/// The chosen picture in small, or a sign for what is there.
class Thumbnail : public QWidget {
public:
    using QWidget::QWidget;
    void show(const QPixmap &picture, const QString &sign)
    {
        m_picture = picture;
        m_sign = sign;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {units(this, 7), units(this, 7)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        shapes::rounded(painter, rect(), units(this, 0.5), colour(palette(), Token::Track));
        if (m_picture.isNull()) {
            const double inset = width() * 0.3;
            drawIcon(painter, QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_sign,
                     colour(palette(), Token::Muted));
            return;
        }
        QPainterPath clip;
        clip.addRoundedRect(QRectF(rect()), units(this, 0.5), units(this, 0.5));
        painter.setClipPath(clip);
        const QSizeF whole = m_picture.size();
        const QSizeF part = QSizeF(size()).scaled(whole, Qt::KeepAspectRatio);
        painter.drawPixmap(
            QRectF(rect()), m_picture,
            QRectF(QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part));
    }

private:
    QPixmap m_picture;
    QString m_sign = QStringLiteral("image");
};

QString localFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

MediaField::MediaField(QWidget *parent)
    : QWidget(parent)
    , m_thumbnail(new Thumbnail)
    , m_name(new ElidedLabel(TextRole::Body))
    , m_hint(new ElidedLabel(TextRole::Caption))
    , m_choose(new QPushButton(tr("Choose a file…")))
    , m_remove(new QPushButton(tr("Remove")))
    , m_progress(new InlineProgress)
{
    setAcceptDrops(true);
    m_thumbnail->setObjectName(QStringLiteral("mediaThumbnail"));
    m_thumbnail->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_name->setObjectName(QStringLiteral("mediaName"));
    m_hint->setObjectName(QStringLiteral("mediaHintLine"));
    m_name->setElideMode(Qt::ElideMiddle);
    nameWidget(m_choose, QStringLiteral("mediaChoose"), tr("Choose a picture or a video"));
    nameWidget(m_remove, QStringLiteral("mediaRemove"), tr("Remove the picture or video"));
    m_remove->setProperty(kQuietProperty, true);
    auto *words = new QVBoxLayout;
    words->setSpacing(units(this, 0.25));
    words->addWidget(m_name);
    words->addWidget(m_hint);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 0.5));
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    words->addLayout(buttons);
    words->addWidget(m_progress);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(unitMargins(this, 1, 1));
    row->setSpacing(units(this, 1.5));
    row->addWidget(m_thumbnail, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &MediaField::openDialog);
    connect(m_remove, &QPushButton::clicked, this, &MediaField::removed);
    connect(m_progress, &InlineProgress::cancelRequested, this, &MediaField::cancelRequested);
    refresh();
}

bool MediaField::isVideo(const QString &path)
{
    return kVideos.contains(QFileInfo(path).suffix().toLower());
}

bool MediaField::isAcceptable(const QString &path)
{
    return kImages.contains(QFileInfo(path).suffix().toLower()) || isVideo(path);
}

void MediaField::showMedia(const QString &mediaUrl, bool video, const QPixmap &picture)
{
    m_mediaUrl = mediaUrl;
    m_video = video;
    m_picture = picture;
    refresh();
}

void MediaField::refresh()
{
    const bool any = !m_mediaUrl.isEmpty();
    QString name = QUrl(m_mediaUrl).fileName();
    // Services name files by their hash; that tells nobody anything.
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f-]{32,}(\\.[a-z0-9]+)?$"));
    if (hash.match(name).hasMatch())
        name = m_video ? tr("Video") : tr("Picture");
    m_name->setText(any ? name : tr("Drop a picture or a video here"));
    m_hint->setText(tr("JPG or PNG up to 30 MB, MP4 or MOV; square or 4:5"));
    m_choose->setText(any ? tr("Replace…") : tr("Choose a file…"));
    m_remove->setVisible(any && !m_readOnly);
    m_choose->setEnabled(!m_readOnly);
    static_cast<Thumbnail *>(m_thumbnail)
        ->show(m_picture, m_video ? QStringLiteral("video") : QStringLiteral("image"));
}

void MediaField::showUpload(const std::optional<WizardContext::Upload> &upload)
{
    if (!upload) {
        m_progress->finish();
        refresh();
        return;
    }
    if (upload->problem) {
        m_progress->finish();
        m_hint->setText(problemText(tr("“%1” wasn’t uploaded.").arg(upload->fileName), *upload->problem));
        m_hint->setToken(Token::Bad);
        return;
    }
    m_hint->setToken(Token::Muted);
    if (!m_progress->isVisibleTo(this))
        m_progress->start(tr("Uploading %1").arg(upload->fileName));
    m_progress->setProgress(upload->sent, upload->total);
}

void MediaField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setAcceptDrops(!readOnly);
    refresh();
}

void MediaField::openDialog()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture or a video"));
    dialog->setObjectName(QStringLiteral("mediaDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(
        tr("Pictures and videos (%1)").arg(QStringLiteral("*.jpg *.jpeg *.png *.mp4 *.mov *.gif")));
    connect(dialog, &QFileDialog::fileSelected, this, &MediaField::take);
    dialog->open();
}

void MediaField::take(const QString &path)
{
    if (isAcceptable(path))
        Q_EMIT picked(path);
    else
        Q_EMIT refused(path);
}

void MediaField::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_readOnly || localFile(event->mimeData()).isEmpty())
        return;
    m_dragged = true;
    update();
    event->acceptProposedAction();
}

void MediaField::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dragged = false;
    update();
}

void MediaField::dropEvent(QDropEvent *event)
{
    m_dragged = false;
    update();
    event->acceptProposedAction();
    take(localFile(event->mimeData()));
}

void MediaField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = units(this, 0.5);
    if (m_dragged)
        shapes::rounded(painter, rect(), radius, colour(palette(), Token::AccentSoft));
    const bool invalid = property(kInvalidProperty).toBool();
    QPen pen(colour(palette(),
                    m_dragged         ? Token::Accent
                        : invalid     ? Token::Bad
                        : isEnabled() ? Token::FieldLine
                                      : Token::Line),
             1.0);
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace groundswell
