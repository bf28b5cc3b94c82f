package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.NotSentException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * An option of a configuration that names another host than the venue's own, as for a proxy or a server under test.
 *
 * @param name the option, such as {@code baseUrl}
 * @param scheme {@code https} or {@code wss}; without TLS, {@code http} or {@code ws}, it is taken too
 * @param standard scheme and host where the option is not set; may be empty
 * @since 0.1
 */
public record HostOption(String name, String scheme, String standard) {

    /**
     * The address of a configuration.
     *
     * @param config the configuration
     * @return scheme, host and port without a slash at the end; the standard one where the option is not set
     * @throws NotSentException if the option is not such an address
     */
    public String of(ExchangeConfig config) {
        return config.option(name).map(this::checked).orElse(standard);
    }

    private String checked(String text) {
        try {
            URI uri = new URI(text);
            String path = uri.getRawPath();
            boolean bare = (path == null || path.isEmpty() || path.equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            if (isScheme(uri.getScheme()) && bare && uri.getHost() != null) {
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
            throw refusal(text, null);
        } catch (URISyntaxException e) {
            throw refusal(text, e);
        }
    }

    private boolean isScheme(@Nullable String given) {
        return scheme.equals(given) || scheme.equals(given + "s");
    }

    private NotSentException refusal(String text, @Nullable Throwable cause) {
        String example = standard.isEmpty() ? scheme + "://host" : standard;
        return new NotSentException(
                NotSentException.Cause.INVALID,
                "option " + name + " '" + text + "' is not scheme and host, such as " + example,
                null,
                cause);
    }
}
