package dev.astrolabe.aster.model;

import java.util.List;

/**
 * A page of messages to the account.
 *
 * @param total how many messages there are on all pages
 * @param announcements those of this page
 * @since 0.1
 */
public record AnnouncementPage(long total, List<Announcement> announcements) {
    /**
     * Copies the list.
     *
     * @param total how many messages there are on all pages
     * @param announcements those of this page
     */
    public AnnouncementPage {
        announcements = List.copyOf(announcements);
    }

    @Override
    public String toString() {
        return Fields.of(this);
    }
}
