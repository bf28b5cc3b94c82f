package dev.astrolabe.aster.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of the venue to the account (docs: futures v3, "Direct announcement"). Immutable.
 *
 * @since 0.1
 */
public final class Announcement {

    private final long id;
    private final List<Translation> translations;
    private final @Nullable String category;
    private final @Nullable Instant publishedAt;
    private final @Nullable String link;

    /**
     * Makes one.
     *
     * @param id the venue's number of it
     * @param translations the message in each language
     * @param category null where it is absent
     * @param publishedAt null where it is absent
     * @param link null where it is absent
     */
    public Announcement(
            long id,
            List<Translation> translations,
            @Nullable String category,
            @Nullable Instant publishedAt,
            @Nullable String link) {
        this.id = id;
        this.translations = List.copyOf(translations);
        this.category = category;
        this.publishedAt = publishedAt;
        this.link = link;
    }

    /** {@return the venue's number of it} */
    public long id() {
        return id;
    }

    /** {@return the message in each language} */
    public List<Translation> translations() {
        return translations;
    }

    /** {@return what it is about, such as MAINTENANCE; empty where the venue does not say} */
    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    /** {@return when it was published; empty where the venue does not say} */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** {@return where more is to be read; empty where there is nothing} */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    @Override
    public String toString() {
        return Fields.of("Announcement")
                .with("id", id)
                .with("category", category)
                .with("publishedAt", publishedAt)
                .with("translations", translations)
                .with("link", link)
                .toString();
    }

    /**
     * The message in one language. What the venue leaves out is an empty text.
     *
     * @param language such as {@code en}
     * @param title the heading
     * @param subtitle the line below it
     * @param content the text
     * @since 0.1
     */
    public record Translation(String language, String title, String subtitle, String content) {}
}
