package main

import (
	"encoding/json"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

func TestServe(t *testing.T) {
	dir := t.TempDir()
	server, address, key := serving(t, dir)

	t.Run("it says how to get in and where data is kept", func(t *testing.T) {
		out := server.out.String()
		for _, part := range []string{"Verbindend", "Begeleider", "Alleen deze computer", "Gegevens staan in " + dir, "Ctrl+C"} {
			if !strings.Contains(out, part) {
				t.Errorf("%q is not in\n%s", part, out)
			}
		}
		if strings.Contains(out, "\x1b[") {
			t.Error("colours outside a terminal")
		}
	})
	t.Run("health finds it ready", func(t *testing.T) {
		if code, out, err := invoke(t, "health", "--url", address); code != 0 || out != "ok\n" {
			t.Errorf("exit code %d, %q, %q", code, out, err)
		}
	})
	t.Run("the key in the link starts a session", func(t *testing.T) {
		status := func(key string) int {
			req, _ := http.NewRequest(http.MethodPost, address+"/api/sessions", strings.NewReader(`{"title":"Proef"}`))
			req.Header.Set("Authorization", "Bearer "+key)
			req.Header.Set("Content-Type", "application/json")
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			res.Body.Close()
			return res.StatusCode
		}
		if got := status(key); got != http.StatusCreated {
			t.Errorf("status %d", got)
		}
		if got := status("some-other-key-entirely"); got != http.StatusForbidden {
			t.Errorf("with another key: status %d", got)
		}
	})
	t.Run("a second one on the same port gets one line", func(t *testing.T) {
		at := strings.TrimPrefix(address, "http://")
		code, out, err := invoke(t, "serve", "--addr", at, "--data", t.TempDir())
		if code != 1 || out != "" {
			t.Errorf("exit code %d, stdout %q", code, out)
		}
		oneLineOn(t, err, at, "al in gebruik", "--addr")
	})
	t.Run("a second one on the same data gets one line", func(t *testing.T) {
		code, out, err := invoke(t, "serve", "--addr", "127.0.0.1:0", "--data", dir)
		if code != 1 || out != "" {
			t.Errorf("exit code %d, stdout %q", code, out)
		}
		oneLineOn(t, err, dir, "al een ander Verbindend", "--data")
	})
	t.Run("a report from data in use gets one line", func(t *testing.T) {
		code, _, err := invoke(t, "report", "--data", dir, "--session", "123456")
		if code != 1 {
			t.Errorf("exit code %d", code)
		}
		oneLineOn(t, err, "al een ander Verbindend")
	})
	t.Run("asked to stop it ends well, and the next one has the same key", func(t *testing.T) {
		if code := server.ends(t); code != 0 {
			t.Errorf("exit code %d\n%s", code, server.err)
		}
		again, _, sameKey := serving(t, dir)
		if sameKey != key {
			t.Errorf("key %s became %s", key, sameKey)
		}
		again.ends(t)
	})
	t.Run("health finds nobody any more", func(t *testing.T) {
		code, out, err := invoke(t, "health", "--url", address)
		if code != 1 || out != "" {
			t.Errorf("exit code %d, %q", code, out)
		}
		oneLineOn(t, err, address, "antwoordt niet")
	})
}

func TestServeRefusals(t *testing.T) {
	t.Run("a Redis that does not answer is one line, without the password", func(t *testing.T) {
		ln, err := net.Listen("tcp", "127.0.0.1:0") // a port that was free a moment ago
		if err != nil {
			t.Fatal(err)
		}
		at := ln.Addr().String()
		ln.Close()
		code, out, said := invoke(t, "serve", "--addr", "127.0.0.1:0", "--redis", "redis://:wachtwoord@"+at)
		if code != 1 || out != "" || strings.Contains(said, "wachtwoord") {
			t.Errorf("exit code %d, stdout %q, stderr %q", code, out, said)
		}
		oneLineOn(t, said, "Redis kan niet worden gebruikt", at)
	})
	t.Run("a port that does not exist is one line", func(t *testing.T) {
		code, _, err := invoke(t, "serve", "--addr", "127.0.0.1:99999", "--data", filepath.Join(t.TempDir(), "none"))
		if code != 1 {
			t.Errorf("exit code %d", code)
		}
		oneLineOn(t, err, "99999")
	})
	t.Run("in an English environment it says so in English", func(t *testing.T) {
		t.Setenv("LC_ALL", "en_GB.UTF-8")
		_, _, err := invoke(t, "report", "--data", t.TempDir(), "--session", "x")
		oneLineOn(t, err, "holds no data of Verbindend")
	})
}

func TestQuietServers(t *testing.T) {
	t.Run("a key that was set is not repeated outside a terminal", func(t *testing.T) {
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--key", "a-key-of-my-own-choice")
		p.says(t, "Ctrl\\+C")
		if p.ends(t); strings.Contains(p.out.String()+p.err.String(), "a-key-of-my-own-choice") {
			t.Errorf("it is there:\n%s%s", p.out, p.err)
		}
	})
	t.Run("with --log json stderr is JSON and stdout stays empty", func(t *testing.T) {
		dir := t.TempDir()
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", dir, "--log", "json")
		for !strings.Contains(p.err.String(), `"listening"`) {
			<-p.err.more
		}
		if code := p.ends(t); code != 0 || p.out.String() != "" {
			t.Errorf("exit code %d, stdout %q", code, p.out)
		}
		for line := range strings.Lines(p.err.String()) {
			if !json.Valid([]byte(line)) {
				t.Errorf("no JSON: %s", line)
			}
		}
	})
}
