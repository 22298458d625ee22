// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Hashes of objects: equal for objects that are the same to a user, whatever their oids. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 in hex over the objects in the given order. */
    public static String of(Collection<? extends SchemaObject> objects) {
        MessageDigest digest = sha256();
        for (SchemaObject object : objects) {
            add(digest, object);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 in hex over one object. */
    public static String of(SchemaObject object) {
        return of(List.of(object));
    }

    /** SHA-256 in hex over a text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(MessageDigest digest, SchemaObject object) {
        add(digest, object.id().toString());
        add(digest, object.definition());
        for (Setting setting : object.settings()) {
            add(digest, setting.name());
            add(digest, setting.value());
        }
    }

    /** Each text is preceded by its length, so that neighbours cannot run together. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
