package dev.astrolabe.exchange.testkit;

/**
 * A group of cases of the contract. A test of an implementation normally extends {@link ExchangeContract}, which has them all;
 * one that is being written may implement single groups.
 *
 * @since 0.1
 */
public interface ContractCases {

    /**
     * The venue of the running case.
     *
     * @return the same venue within a case, a fresh one for the next
     */
    ContractVenue venue();
}
