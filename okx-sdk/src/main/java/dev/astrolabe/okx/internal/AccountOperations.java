package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.model.OkxAccountConfig;
import java.util.List;

/** The calls of the account (docs: OKX v5, "Trading Account"). */
final class AccountOperations {

    static final Operation<OkxAccountConfig> CONFIG =
            Operation.read("/api/v5/account/config", Rate.of(5)).row(OkxAccountConfig::new);

    static final List<Operation<?>> ALL = List.of(CONFIG);

    private AccountOperations() {}
}
