package dev.astrolabe.benchmarks.rest;

/** The credentials that every contestant signs with, and the venue's side checks. */
final class Keys {

    static final String API_KEY = "7d1f4c9e-52aa-4b0e-9f37-2f6f5a1c8e60";
    static final String SECRET_KEY = "5C0E7A19D2B84F63A1E09B7C44D8F215";
    static final String PASSPHRASE = "Canned-answers-1";

    private Keys() {}
}
