'use strict';
throw new Error('the fixture fails');
