package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.exchange.transport.Access;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A native call and what it must put on the wire.
 *
 * @param verb such as GET
 * @param name what stands behind the version in the path
 * @param text query or form without the proof
 * @param access what v3 wants
 * @param weight what v3 counts
 * @param accessInV1 what v1 wants
 * @param weightInV1 what v1 counts
 * @param onlyInV3 whether v1 has no such call
 * @param answer what the venue says
 * @param call calls, and gives what the caller gets
 */
record NativeCall(
        String verb,
        String name,
        String text,
        Access access,
        int weight,
        Access accessInV1,
        int weightInV1,
        boolean onlyInV3,
        String answer,
        Function<AsterClient, Object> call) {

    /** A call whose shape is verb, name and text, with blanks between them. */
    static NativeCall call(String shape, Access access, int weight, String answer, Function<AsterClient, Object> call) {
        String[] parts = shape.split(" ", 3);
        return new NativeCall(
                parts[0],
                parts[1],
                parts.length > 2 ? parts[2] : "",
                access,
                weight,
                access,
                weight,
                false,
                answer,
                call);
    }

    /** A call that gives nothing. */
    static NativeCall silent(String shape, Access access, int weight, String answer, Consumer<AsterClient> call) {
        return call(shape, access, weight, answer, client -> {
            call.accept(client);
            return "done";
        });
    }

    NativeCall inV1(Access otherAccess, int otherWeight) {
        return new NativeCall(verb, name, text, access, weight, otherAccess, otherWeight, onlyInV3, answer, call);
    }

    NativeCall notInV1() {
        return new NativeCall(verb, name, text, access, weight, accessInV1, weightInV1, true, answer, call);
    }

    String path(Family family) {
        return onlyInV3 ? "/fapi/v3/" + name : family.path(name);
    }

    Access access(Family family) {
        return family == Family.V1 ? accessInV1 : access;
    }

    int weight(Family family) {
        return family == Family.V1 ? weightInV1 : weight;
    }

    @Override
    public String toString() {
        return verb + " " + name + " " + text;
    }
}
