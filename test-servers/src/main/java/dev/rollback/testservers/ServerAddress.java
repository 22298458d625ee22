// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens, and its superuser.
 *
 * @param url a JDBC URL without user and password
 */
record ServerAddress(String url, String user, String password) {
    private static final Pattern SERVER = Pattern.compile("(jdbc:[a-z]+://)([^/?:,]*)(?::(\\d+))?(?:/[^?]*)?(\\?.*)?");

    /** The server that an environment variable names, if it names one. */
    static @Nullable ServerAddress given(String variable, String defaultUser) {
        String url = System.getenv(variable);
        return url == null || url.isBlank() ? null : of(url, defaultUser);
    }

    /** From a JDBC URL with the parameters user and password. */
    static ServerAddress of(String url, String defaultUser) {
        String plain = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
        return new ServerAddress(plain, parameter(url, "user", defaultUser), parameter(url, "password", ""));
    }

    /** The URL of another database of this server. */
    String url(String database) {
        Matcher server = server();
        String port = server.group(3) == null ? "" : ":" + server.group(3);
        String parameters = server.group(4) == null ? "" : server.group(4);
        return server.group(1) + server.group(2) + port + "/" + database + parameters;
    }

    String host() {
        return server().group(2);
    }

    int port(int usual) {
        String port = server().group(3);
        return port == null ? usual : Integer.parseInt(port);
    }

    private Matcher server() {
        Matcher server = SERVER.matcher(url);
        if (!server.matches()) {
            throw new IllegalArgumentException("not a JDBC URL of one server: " + url);
        }
        return server;
    }

    private static String parameter(String url, String name, String otherwise) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
        return matcher.find() ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : otherwise;
    }
}
