#pragma once

#include <QPixmap>
#include <QWidget>

namespace groundswell {

/// What an ad says. Empty members are shown as gaps, so that one sees what is still to write.
struct AdContent {
    QString pageName{};
    QString body{};
    QString headline{};
    QString description{};
    QString cta{}; ///< the platform's word, for instance BUY_TICKETS
    QString language{}; ///< BCP 47, of the button's words
    QString linkUrl{};
    QPixmap media{}; ///< null: nothing chosen, or not loaded
    bool mediaChosen = false; ///< something is chosen; with a null pixmap it can't be shown here
    bool video = false;
};

/// The ad as the public will see it, cut where the platform cuts. A likeness, not the platform's own
/// rendering; texts, cuts and free zones are those of the platform's limits.
class AdPreview : public QWidget {
    Q_OBJECT
public:
    enum class Placement { Feed, Story };
    Q_ENUM(Placement)

    explicit AdPreview(QWidget *parent = nullptr);

    void setContent(const AdContent &content);
    void setPlacement(Placement placement);
    [[nodiscard]] Placement placement() const { return m_placement; }
    /// Zones that the platform's own controls cover, hatched (stories only).
    void setSafeZonesVisible(bool visible);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintFeed(QPainter &painter) const;
    void paintStory(QPainter &painter) const;
    int paintHead(QPainter &painter, int top, const QColor &ink, const QColor &second) const;
    void paintMedia(QPainter &painter, const QRect &rect) const;
    [[nodiscard]] int feedBodyHeight(int width) const;
    [[nodiscard]] QString buttonText() const;
    void refreshSpoken();

    AdContent m_content;
    Placement m_placement = Placement::Feed;
    bool m_safeZones = false;
};

} // namespace groundswell
