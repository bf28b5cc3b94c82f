package dev.astrolabe.aster.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer of exchangeInfo, in the venue's own words and units (docs: futures, "Exchange Information"). Immutable.
 *
 * @since 0.1
 */
public final class AsterCatalogue {

    private final @Nullable String timezone;
    private final @Nullable String futuresType;
    private final List<RateLimitRule> rateLimits;
    private final List<MarginAsset> assets;
    private final List<Listing> listings;

    /**
     * Makes one.
     *
     * @param timezone null where it is absent
     * @param futuresType null where it is absent
     * @param rateLimits the limits of requests and orders
     * @param assets the assets that may be margin
     * @param listings the instruments
     */
    public AsterCatalogue(
            @Nullable String timezone,
            @Nullable String futuresType,
            List<RateLimitRule> rateLimits,
            List<MarginAsset> assets,
            List<Listing> listings) {
        this.timezone = timezone;
        this.futuresType = futuresType;
        this.rateLimits = List.copyOf(rateLimits);
        this.assets = List.copyOf(assets);
        this.listings = List.copyOf(listings);
    }

    /** {@return where the venue's days begin, such as UTC; empty where it does not say} */
    public Optional<String> timezone() {
        return Optional.ofNullable(timezone);
    }

    /** {@return the kind of futures, such as U_MARGINED; empty where the venue does not say} */
    public Optional<String> futuresType() {
        return Optional.ofNullable(futuresType);
    }

    /** {@return the limits of requests and orders; this client keeps them by itself} */
    public List<RateLimitRule> rateLimits() {
        return rateLimits;
    }

    /** {@return the assets that may be margin} */
    public List<MarginAsset> assets() {
        return assets;
    }

    /** {@return the instruments, also those that do not trade and those for the venue's own tests} */
    public List<Listing> listings() {
        return listings;
    }

    @Override
    public String toString() {
        return "AsterCatalogue[" + listings.size() + " listings, " + assets.size() + " assets]";
    }
}
