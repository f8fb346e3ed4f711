#include "CNCurses.h"
int hk_stub(void){return 0;}
