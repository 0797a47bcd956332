package redistest

import (
	"fmt"
	"strings"
	"testing"
)

// slots is how many parts a Cluster divides its keys into.
const slots = 16384

// A Cluster is some masters that share the slots. Each of its nodes can be killed, started again and frozen.
type Cluster struct {
	t     testing.TB
	Nodes []*Server
}

// StartCluster starts a Cluster of n masters with the given arguments and waits until all of them say that it works.
func StartCluster(t testing.TB, n int, args ...string) *Cluster {
	t.Helper()
	c := &Cluster{t: t}
	for i := range n {
		_, node := Start(t, append([]string{"--cluster-enabled", "yes", "--cluster-node-timeout", "2000"}, args...)...)
		node.must("CLUSTER", "SET-CONFIG-EPOCH", i+1)
		node.must("CLUSTER", "ADDSLOTSRANGE", i*slots/n, (i+1)*slots/n-1)
		c.Nodes = append(c.Nodes, node)
	}
	for _, node := range c.Nodes[1:] {
		node.must("CLUSTER", "MEET", "127.0.0.1", c.Nodes[0].port)
	}
	c.Works()
	return c
}

// Works waits until every node says that all slots are served, and knows all others.
func (c *Cluster) Works() {
	c.t.Helper()
	for _, node := range c.Nodes {
		node.says(fmt.Sprintf("cluster_known_nodes:%d", len(c.Nodes)), "CLUSTER", "INFO")
		node.says("cluster_state:ok", "CLUSTER", "INFO")
		node.says(fmt.Sprintf("cluster_slots_ok:%d", slots), "CLUSTER", "INFO")
	}
}

// URL is the address of the Cluster as redislog.Open takes it.
func (c *Cluster) URL() string {
	var addrs []string
	for _, node := range c.Nodes {
		addrs = append(addrs, node.Addr())
	}
	return "redis://" + addrs[0] + "?cluster=true&addr=" + strings.Join(addrs[1:], "&addr=")
}

// Of gives the node that has a key.
func (c *Cluster) Of(key string) *Server {
	c.t.Helper()
	for _, alive := range c.Nodes { // or not: then the next one is asked
		answer, err := alive.Do("CLUSTER", "KEYSLOT", key)
		if slot, is := answer.(int64); err == nil && is {
			for i, node := range c.Nodes {
				if slot < int64((i+1)*slots/len(c.Nodes)) {
					return node
				}
			}
		}
	}
	c.t.Fatalf("no node answers where key %s is", key)
	return nil
}
