package main

import (
	"verbindend/cmd/verbindend/demo"
	"verbindend/session"
)

// words are what the program says in a terminal, in one language. What is to be filled in follows fmt.
type words struct {
	// the welcome of serve
	hostLink, hostPage, hostKey  string
	phones, phonesHere           string
	noNetwork, onlyHere          string
	stored, storedRedis, howStop string

	// what can go wrong
	portBusy, portDenied, portOther string // address; the last one also the cause
	lockedIn, noStore, redisSilent  string // where; the last one the cause
	fewFiles                        string // how many
	noSession, notReady, noAnswer   string // which; the last two also what was answered
	reportWritten                   string // where

	// the demo
	demoIntro, demoHost, demoScreen string // how many; —
	demoJoin, demoAgain             string
	demoPort, demoTemporary         string // which; —
	stages                          map[demo.Stage]string
}

var wordsIn = map[session.Lang]words{session.Dutch: dutch, session.English: english}

var dutch = words{
	hostLink:    "Begeleider: open deze link om een sessie te starten",
	hostPage:    "Begeleider: start hier een sessie",
	hostKey:     "(met de sleutel die je zelf hebt opgegeven)",
	phones:      "Telefoons: scan of typ",
	phonesHere:  "Telefoons op dit netwerk: scan of typ",
	noNetwork:   "Er is geen netwerk gevonden. Telefoons kunnen deze computer nu niet bereiken.",
	onlyHere:    "Alleen deze computer kan meedoen: --addr %s is van buiten niet te bereiken.",
	stored:      "Gegevens staan in %s",
	storedRedis: "Gegevens staan in Redis (%s)",
	howStop:     "Stoppen: Ctrl+C",

	portBusy:    "%s is al in gebruik; stop het andere programma of kies een andere poort, bijvoorbeeld --addr :8081",
	portDenied:  "%s mag je niet openen; kies een poort boven 1023, bijvoorbeeld --addr :8080",
	portOther:   "op %s kan niet worden geluisterd: %v",
	lockedIn:    "in %s werkt al een ander Verbindend; stop dat eerst, of kies een andere map met --data",
	noStore:     "in %s staan geen gegevens van Verbindend",
	redisSilent: "Redis kan niet worden gebruikt: %v",
	fewFiles:    "deze computer staat %d open bestanden toe, en elke telefoon is er een; verhoog dat met `ulimit -n 65536` voor grote groepen",
	noSession:   "sessie %s bestaat niet (meer)",
	notReady:    "%s is niet klaar: %s",
	noAnswer:    "%s antwoordt niet: %v",

	reportWritten: "Het verslag staat in %s",

	demoIntro:     "Een verzonnen groep van %d telefoons speelt een sessie. Kijk mee:",
	demoHost:      "Begeleider",
	demoScreen:    "Groot scherm",
	demoJoin:      "Doe zelf mee",
	demoAgain:     "De volgende sessie begint.",
	demoPort:      "Poort 8080 is bezet; de demo gebruikt poort %s.",
	demoTemporary: "een tijdelijke map, die straks weer weg is",
	stages: map[demo.Stage]string{
		demo.Gathering:  "De groep komt binnen …",
		demo.Writing:    "Iedereen schrijft in stilte …",
		demo.Clustering: "De begeleider legt de kaartjes bij elkaar …",
		demo.Voting:     "Iedereen verdeelt stippen; niemand ziet iets van een ander …",
		demo.Revealing:  "De uitslag staat op het scherm.",
		demo.Ended:      "De sessie is afgelopen. De pagina's en het verslag blijven staan tot je stopt.",
	},
}

var english = words{
	hostLink:    "Facilitator: open this link to start a session",
	hostPage:    "Facilitator: start a session here",
	hostKey:     "(with the key that you have set)",
	phones:      "Phones: scan or type",
	phonesHere:  "Phones on this network: scan or type",
	noNetwork:   "No network was found. Phones cannot reach this computer now.",
	onlyHere:    "Only this computer can take part: --addr %s cannot be reached from outside.",
	stored:      "Data is kept in %s",
	storedRedis: "Data is kept in Redis (%s)",
	howStop:     "To stop: Ctrl+C",

	portBusy:    "%s is in use; stop the other program or choose another port, such as --addr :8081",
	portDenied:  "you may not open %s; choose a port above 1023, such as --addr :8080",
	portOther:   "cannot listen on %s: %v",
	lockedIn:    "another Verbindend is at work in %s; stop that one first, or choose another directory with --data",
	noStore:     "%s holds no data of Verbindend",
	redisSilent: "Redis cannot be used: %v",
	fewFiles:    "this computer allows %d open files, and each phone is one; raise that with `ulimit -n 65536` for large groups",
	noSession:   "session %s does not exist (any more)",
	notReady:    "%s is not ready: %s",
	noAnswer:    "%s does not answer: %v",

	reportWritten: "The report is in %s",

	demoIntro:     "A fictional group of %d phones plays a session. Look along:",
	demoHost:      "Facilitator",
	demoScreen:    "Big screen",
	demoJoin:      "Take part",
	demoAgain:     "The next session begins.",
	demoPort:      "Port 8080 is in use; the demo takes port %s.",
	demoTemporary: "a temporary directory, gone when you stop",
	stages: map[demo.Stage]string{
		demo.Gathering:  "The group comes in …",
		demo.Writing:    "Everybody writes in silence …",
		demo.Clustering: "The facilitator puts cards together …",
		demo.Voting:     "Everybody places dots; nobody sees anything of the others …",
		demo.Revealing:  "The result is on the screen.",
		demo.Ended:      "The session is over. Its pages and report stay until you stop.",
	},
}
