package redislog

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// defaults are the settings that a URL need not name. They, and a single try to dial, keep an answer, good or bad, within seconds.
var defaults = map[string]string{
	"max_retries":   "-1",
	"dial_timeout":  "2s",
	"read_timeout":  "5s",
	"write_timeout": "2s",
}

var errNoURL = errors.New("the address of redis is not a URL like redis://user:password@host:6379; " +
	"the signs / ? # and % in a password are written %2F %3F %23 and %25")

// connect makes a client of a URL (see Open), and says where it leads without saying the password.
func connect(raw string) (client redis.UniversalClient, where string, err error) {
	u, err := url.Parse(raw)
	// A password that was cut off at such a sign has its end, and the @ after it, where a database or a parameter should be.
	if err != nil || u.User == nil && strings.Contains(u.Path+u.RawQuery+u.Fragment, "@") {
		return nil, "", errNoURL // what url.Parse says quotes parts of the URL: where a sign is wrong, that may be the password
	}
	where = u.Host + u.Path
	query := u.Query()
	cluster := query.Get("cluster") == "true" || query.Has("addr")
	query.Del("cluster")
	for name, value := range defaults {
		if !query.Has(name) {
			query.Set(name, value)
		}
	}
	u.RawQuery = query.Encode()
	switch {
	case query.Has("master_name"):
		var o *redis.FailoverOptions
		if o, err = redis.ParseFailoverURL(u.String()); err == nil {
			o.DialerRetries, o.ContextTimeoutEnabled, o.DisableIdentity = 1, true, true
			client = redis.NewFailoverClient(o)
		}
	case cluster:
		var o *redis.ClusterOptions
		if o, err = redis.ParseClusterURL(u.String()); err == nil {
			o.DialerRetries, o.ContextTimeoutEnabled, o.DisableIdentity = 1, true, true
			o.MaintNotificationsConfig = quiet()
			client = redis.NewClusterClient(o)
		}
	default:
		var o *redis.Options
		if o, err = redis.ParseURL(u.String()); err == nil {
			o.DialerRetries, o.ContextTimeoutEnabled, o.DisableIdentity = 1, true, true
			o.MaintNotificationsConfig = quiet()
			client = redis.NewClient(o)
		}
	}
	if err != nil {
		return nil, "", fmt.Errorf("the address of redis: %w", err)
	}
	return client, where, nil
}

// quiet leaves out a handshake that only one vendor's hosted servers know.
func quiet() *maintnotifications.Config {
	return &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
}
